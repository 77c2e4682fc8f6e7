/// Who a statement is addressed to: personal data, never to reach a prompt, a log or a report.
public struct InvestorInfo: Hashable, Sendable {
  /// The name as printed.
  public let name: String?
  /// The e-mail address.
  public let email: String?
  /// The postal address.
  public let address: String?
  /// The telephone number.
  public let mobile: String?
}

extension InvestorInfo {
  init(_ fields: JSONFields) throws(FinanceError) {
    name = try fields.optionalString("name")
    email = try fields.optionalString("email")
    address = try fields.optionalString("address")
    mobile = try fields.optionalString("mobile")
  }
}

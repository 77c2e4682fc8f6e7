/// A kind of personal data that must not leave the investor's own store (domain rules §4.2).
///
/// ISINs, AMFI scheme codes and ARNs name schemes and distributors, not investors, and are not among them.
public enum PIIKind: String, Codable, Sendable, CaseIterable {
  /// Permanent account number of the income tax department.
  case pan = "PAN"
  /// Twelve-digit identity number with a Verhoeff check digit.
  case aadhaar = "AADHAAR"
  /// Indian mobile number.
  case phone = "PHONE"
  /// E-mail address.
  case email = "EMAIL"
  /// Virtual payment address.
  case upi = "UPI"
  /// Code of a bank's branch.
  case ifsc = "IFSC"
  /// Number of a bank account, also when masked.
  case bankAccount = "BANK_ACCOUNT"
  /// Demat account: NSDL's DP and client id, or CDSL's sixteen-digit beneficiary id.
  case demat = "DEMAT"
  /// Folio number of a mutual fund.
  case folio = "FOLIO"
  /// Goods and services tax number.
  case gstin = "GSTIN"
  /// Payment card number with a Luhn check digit.
  case card = "CARD"
  /// The investor's or a nominee's name, known from the statement.
  case name = "NAME"
  /// The investor's address, known from the statement.
  case address = "ADDRESS"

  /// What stands in its place after scrubbing, for example `[PAN]`.
  public var token: String { "[\(rawValue)]" }
}

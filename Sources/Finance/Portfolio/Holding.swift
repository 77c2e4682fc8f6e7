/// A scheme held in a folio.
public struct Holding: Hashable, Sendable {
  /// The identifier, such as `h1`.
  public let id: String
  /// The folio number as the statement prints it.
  public let folio: String
  /// The AMFI code of the scheme.
  public let amfiCode: String
}

extension Holding {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("id", "folio", "amfi_code")
    id = try fields.identifier("id")
    folio = try fields.string("folio")
    amfiCode = try fields.amfiCode("amfi_code")
  }
}

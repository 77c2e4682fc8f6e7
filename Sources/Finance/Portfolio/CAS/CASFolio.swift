/// A folio of a statement.
public struct CASFolio: Hashable, Sendable {
  /// The folio number without spaces.
  public let number: String
  /// The fund house.
  public let amc: String
  /// The investor's permanent account number as printed: personal data.
  public let pan: String?
  /// The schemes of the folio.
  public let schemes: [CASScheme]

  /// A folio number as it is compared: without spaces, which statements put around the slash.
  public static func normalized(_ number: String) -> String {
    String(String.UnicodeScalarView(number.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}

extension CASFolio {
  init(_ fields: JSONFields) throws(FinanceError) {
    number = Self.normalized(try fields.string("folio"))
    amc = try fields.optionalString("amc") ?? ""
    pan = try fields.optionalString("PAN")
    schemes = try fields.list("schemes", CASScheme.init(_:))
  }
}

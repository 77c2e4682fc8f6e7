public import JSONKit

extension SchemeDisclosure {
  /// Reads a `disclosures/1` document: `{schema, source?, as_of, schemes: {amfi_code: {isin: percent}}}`.
  ///
  /// - Returns: the disclosures by AMFI code, all of one day.
  /// - Throws: ``FinanceError`` with the pointer of the first member that is missing, unknown or wrong.
  public static func all(json: JSONValue) throws(FinanceError) -> [String: SchemeDisclosure] {
    let fields = try JSONFields(json, at: .root)
    try fields.requireSchema("disclosures/1")
    try fields.allowOnly("schema", "source", "as_of", "schemes")
    _ = try fields.optionalString("source")
    let day = try fields.date("as_of")
    let schemes = try fields.fields("schemes")
    var disclosures: [String: SchemeDisclosure] = [:]
    for code in schemes.object.keys {
      let place = schemes.pointer.appending(code)
      guard (1...8).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw schemes.error(.malformed, "is no AMFI scheme code of up to eight digits", code)
      }
      let weights = try Self.weights(try schemes.fields(code))
      do {
        disclosures[code] = try SchemeDisclosure(amfiCode: code, asOf: day, weights: weights)
      } catch {
        throw error.located(at: place)
      }
    }
    return disclosures
  }

  private static func weights(_ fields: JSONFields) throws(FinanceError) -> [String: Double] {
    var weights: [String: Double] = [:]
    for isin in fields.object.keys {
      guard ISIN.isValid(isin) else {
        throw fields.error(.malformed, "is no ISIN; its check digit may be wrong", isin)
      }
      weights[isin] = try fields.double(isin, in: 0...100)
    }
    return weights
  }
}

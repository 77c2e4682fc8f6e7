/// A consolidated account statement in the shape casparser gives it.
///
/// Members this project does not know are ignored: registrars and parsers add them. Amounts come as decimal
/// strings, Indian commas allowed, or as numbers.
public struct CASStatement: Hashable, Sendable {
  /// The first day covered, if stated.
  public let from: CivilDate?
  /// The last day covered, if stated.
  public let to: CivilDate?
  /// The registrar's format, such as `CAMS`.
  public let fileType: String?
  /// `SUMMARY` or `DETAILED`.
  public let casType: String?
  /// Who the statement is addressed to.
  public let investor: InvestorInfo?
  /// The folios in the order of the statement.
  public let folios: [CASFolio]
}

extension CASStatement {
  init(_ fields: JSONFields) throws(FinanceError) {
    let period = try fields.optionalFields("statement_period")
    from = try period?.optionalDate("from", statement: true)
    to = try period?.optionalDate("to", statement: true)
    fileType = try fields.optionalString("file_type")
    casType = try fields.optionalString("cas_type")
    guard casType != "SUMMARY" else {
      throw fields.error(.unsupported, "must be DETAILED: a summary has no transactions", "cas_type")
    }
    investor = try fields.optionalFields("investor_info").map(InvestorInfo.init(_:))
    folios = try fields.list("folios", CASFolio.init(_:))
  }

  /// The schemes of `folio` with `amfiCode`; one, unless the statement is missing it or holds it twice.
  func schemes(folio: String, amfiCode: String) -> [CASScheme] {
    let number = CASFolio.normalized(folio)
    return folios.filter { $0.number == number }.flatMap(\.schemes).filter { $0.amfiCode == amfiCode }
  }
}

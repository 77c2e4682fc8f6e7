public import JSONKit

extension NAVSeries {
  /// Reads a history in the shape of mfapi.in: `{"meta": {"scheme_code": …}, "data": [{"date": "16-05-2025",
  /// "nav": "107.0688"}, …]}`, newest day first as a rule.
  ///
  /// - Throws: ``FinanceError`` with the pointer of a member that is missing or wrong, a code other than
  ///   `amfiCode`, a day that occurs twice or lies after `asOf`, or a negative value.
  public init(mfapi json: JSONValue, amfiCode: String, asOf: CivilDate) throws(FinanceError) {
    let fields = try JSONFields(json, at: .root)
    let code = try fields.fields("meta").required("scheme_code")
    guard (code.string ?? code.number?.text) == amfiCode else {
      throw FinanceError(
        .inconsistent, "the history is of another scheme than \(amfiCode)",
        pointer: JSONPointer(tokens: ["meta", "scheme_code"]))
    }
    var values: [DatedNAV] = []
    var absent: [CivilDate] = []
    let rows = try fields.list("data") { row throws(FinanceError) in
      (date: try Self.day(of: row, asOf: asOf), nav: NAVText(try row.string("nav")[...]), row: row)
    }
    for (date, nav, row) in rows.sorted(by: { $0.date < $1.date }) {
      if date == values.last?.date || date == absent.last {
        throw row.error(.duplicate, "of \(date) occurs twice", "date")
      }
      switch nav {
      case .value(let nav): values.append(DatedNAV(date: date, value: nav))
      case .absent: absent.append(date)
      case .malformed: throw row.error(.malformed, "is no net asset value", "nav")
      }
    }
    self.init(ascending: values, of: amfiCode, absent: absent)
  }

  /// A day written `16-05-2025`.
  private static func day(of row: JSONFields, asOf: CivilDate) throws(FinanceError) -> CivilDate {
    let parts = try row.string("date").split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let date = CivilDate(iso: "\(parts[2])-\(parts[1])-\(parts[0])"),
      (1990...2200).contains(date.year)
    else {
      throw row.error(.malformed, "must be a day from 1990 to 2200 written DD-MM-YYYY", "date")
    }
    guard date <= asOf else { throw row.error(.outOfRange, "lies after \(asOf)", "date") }
    return date
  }
}

import JSONKit

/// Rows of a rule, each in force from one day to another, without gap or overlap.
struct DatedTable<Row: Sendable>: Sendable {
  /// The table's name, for messages.
  let name: String
  private let spans: [Span]

  private struct Span: Sendable {
    let from: CivilDate
    /// The last day in force; nil for the row that still is.
    let to: CivilDate?
    let row: Row
  }

  /// Reads `{"table": name, "source": …, "rows": [{"valid_from", "valid_to", …}]}`; `read` reads the members
  /// of a row other than its two days.
  ///
  /// - Throws: ``FinanceError`` for a row that does not begin the day after the one before it ends, or a row
  ///   other than the last without an end.
  init(_ json: JSONValue, name: String, read: (JSONFields) throws(FinanceError) -> Row) throws(FinanceError) {
    let fields = try JSONFields(json, at: .root)
    try fields.allowOnly("table", "source", "rows")
    guard try fields.string("table") == name else {
      throw fields.error(.malformed, "must be \"\(name)\"", "table")
    }
    _ = try fields.string("source")
    self.name = name
    spans = try fields.list("rows") { row throws(FinanceError) in
      Span(from: try row.date("valid_from"), to: try row.optionalDate("valid_to"), row: try read(row))
    }
    try checkContinuity()
  }

  /// The row in force on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` for a day before the first row or after the last.
  func row(on day: CivilDate) throws(FinanceError) -> Row {
    guard let span = spans.last(where: { $0.from <= day }), span.to.map({ day <= $0 }) ?? true else {
      throw FinanceError(.missingPolicy, "the policy table \"\(name)\" has no row for \(day); extend it")
    }
    return span.row
  }

  private func checkContinuity() throws(FinanceError) {
    guard !spans.isEmpty else {
      throw FinanceError(.missing, "the policy table \"\(name)\" has no row")
    }
    for (index, span) in spans.enumerated() {
      let place = JSONPointer(tokens: ["rows", String(index)])
      if let to = span.to, to < span.from {
        throw FinanceError(
          .inconsistent, "the row ends before it begins", pointer: place.appending("valid_to"))
      }
      guard index > 0 else { continue }
      guard let end = spans[index - 1].to, end.adding(days: 1) == span.from else {
        throw FinanceError(
          .inconsistent, "the row must begin the day after the one before it ends",
          pointer: place.appending("valid_from"))
      }
    }
  }
}

/// Levels of indices by day, as the project's own compact file holds them.
///
/// The file has `#` comment lines naming the source, the header `index,date,level`, then rows sorted by index and day.
public struct IndexTable: Sendable {
  /// The series by the index's id.
  public let series: [String: IndexSeries]

  /// Reads the text of the file called `file`.
  ///
  /// - Throws: ``FinanceError`` naming file and line: no header, another number of fields, a bad id, day or level, or a
  ///   row out of order or twice.
  public init(csv: String, file: String) throws(FinanceError) {
    var levels: [String: [IndexSeries.Level]] = [:]
    var ids: [String] = []
    var rows = DatedRows(csv: csv, header: "index,date,level", file: file)
    while let row = try rows.next() {
      let id = String(row.key)
      guard Self.isID(id) else {
        throw rows.error(
          .malformed, "\"\(id.prefix(20))\" is no index id: small letters, digits and _, up to 40")
      }
      // A level has the shape of a net asset value: positive, at most 10^9, at most eight decimals.
      guard let level = NAV(exactly: String(row.value))?.value else {
        throw rows.error(
          .malformed,
          "\"\(row.value.prefix(20))\" is no positive index level; leave the row out if there is none")
      }
      if ids.last != id {
        guard ids.last.map({ $0 < id }) ?? true else {
          throw rows.error(.inconsistent, "rows must be sorted by index; \(id) comes too late")
        }
        ids.append(id)
      } else if let last = levels[id]?.last, last.date >= row.date {
        throw rows.error(
          last.date == row.date ? .duplicate : .inconsistent,
          "rows of \(id) must have ascending days; \(row.date) does not follow \(last.date)")
      }
      levels[id, default: []].append(.init(date: row.date, value: level))
    }
    var series: [String: IndexSeries] = [:]
    for id in ids { series[id] = try IndexSeries(id: id, levels: levels[id] ?? []) }
    self.series = series
  }

  private static func isID(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}

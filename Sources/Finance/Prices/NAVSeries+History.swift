extension NAVSeries {
  /// Reads a history of one scheme: the header `date,nav`, then rows by ascending day; 0, `N.A.` and `-` are
  /// absent values.
  ///
  /// - Throws: ``FinanceError`` naming file and line for another header, a bad day or value, a negative
  ///   value, a day after `asOf`, or rows that do not ascend.
  public init(historyCSV csv: String, amfiCode: String, file: String, asOf: CivilDate) throws(FinanceError) {
    var values: [DatedNAV] = []
    var absent: [CivilDate] = []
    var last: CivilDate?
    var rows = DatedRows(csv: csv, header: "date,nav", file: file)
    while let row = try rows.next() {
      guard row.date <= asOf else { throw rows.error(.outOfRange, "\(row.date) lies after \(asOf)") }
      if let last, last >= row.date {
        throw rows.error(
          last == row.date ? .duplicate : .inconsistent, "\(row.date) does not follow \(last)")
      }
      last = row.date
      switch NAVText(row.value) {
      case .value(let nav): values.append(DatedNAV(date: row.date, value: nav))
      case .absent: absent.append(row.date)
      case .malformed:
        throw rows.error(.malformed, "\"\(row.value.prefix(20))\" is no net asset value")
      }
    }
    self.init(ascending: values, of: amfiCode, absent: absent)
  }
}

/// Closing prices of listed shares by ISIN and day.
///
/// The file has `#` comment lines naming the source, the header `isin,date,close`, then rows sorted by ISIN
/// and day. Shares are valued and counted, never advised on.
public struct StockCloses: Sendable {
  /// No prices.
  public static let none = StockCloses(series: [:])

  private let series: [String: [DatedNAV]]

  private init(series: [String: [DatedNAV]]) {
    self.series = series
  }

  /// Reads the text of the file called `file`.
  ///
  /// - Throws: ``FinanceError`` naming file and line: no header, another number of fields, a bad ISIN, day or
  ///   close, a close of 0 or less, or a row out of order or twice.
  public init(csv: String, file: String) throws(FinanceError) {
    var reader = StockCloseReader(file: file)
    for line in csv.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      try reader.read(Substring(line))
    }
    self.init(series: try reader.finish())
  }

  /// The last close of `isin` on or before `day`.
  public func latest(isin: String, onOrBefore day: CivilDate) -> DatedNAV? {
    guard let values = series[isin] else { return nil }
    let next = values.partitioningIndex { $0.date > day }
    return next == 0 ? nil : values[next - 1]
  }

  /// The closes of `isin` as a series, whose issues tell of splits that were not adjusted for.
  func closes(isin: String) -> NAVSeries? {
    series[isin].map { NAVSeries(ascending: $0, of: isin) }
  }
}

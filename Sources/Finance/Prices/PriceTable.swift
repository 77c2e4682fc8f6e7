/// Net asset values by scheme and day, as the project's own compact file holds them.
///
/// The file has `#` comment lines naming the source, the header `amfi_code,date,nav`, then rows sorted by
/// code and date. A day without a value is a row that is not there: `N.A.`, `-` and 0 are refused.
public struct PriceTable: Sendable {
  private let series: [String: NAVSeries]

  /// The codes that have values, ascending.
  public let amfiCodes: [String]

  /// Reads the text of the file called `file`.
  ///
  /// - Throws: ``FinanceError`` naming file and line: no header, another number of fields, a bad code, day or
  ///   value, or a row out of order or twice.
  public init(csv: String, file: String) throws(FinanceError) {
    var reader = PriceTableReader(file: file)
    for line in csv.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      try reader.read(Substring(line))
    }
    try reader.finish()
    series = reader.series
    amfiCodes = reader.codes
  }

  /// A table of series from other sources.
  ///
  /// - Throws: ``FinanceError`` `duplicate` for a scheme that occurs twice.
  public init(_ list: [NAVSeries]) throws(FinanceError) {
    var series: [String: NAVSeries] = [:]
    for one in list where series.updateValue(one, forKey: one.amfiCode) != nil {
      throw FinanceError(.duplicate, "scheme \(one.amfiCode) has two series")
    }
    self.series = series
    amfiCodes = series.keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// The last value of `amfiCode` on or before `day`.
  public func latest(amfiCode: String, onOrBefore day: CivilDate) -> DatedNAV? {
    series[amfiCode]?.latest(onOrBefore: day)
  }

  /// All values of `amfiCode` by ascending day; none for a code the table does not have.
  public func values(amfiCode: String) -> [DatedNAV] { series[amfiCode]?.values ?? [] }

  /// The series of `amfiCode` with what is odd about it; nil for a code the table does not have.
  public func series(amfiCode: String) -> NAVSeries? { series[amfiCode] }
}

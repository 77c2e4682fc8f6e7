/// Net asset values by scheme and day, as the project's own compact file holds them.
///
/// The file has `#` comment lines naming the source, the header `amfi_code,date,nav`, then rows sorted by
/// code and date. A day without a value is a row that is not there: `N.A.`, `-` and 0 are refused.
public struct PriceTable: Sendable {
  private let series: [String: [DatedNAV]]

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

  /// The last value of `amfiCode` on or before `day`.
  public func latest(amfiCode: String, onOrBefore day: CivilDate) -> DatedNAV? {
    guard let values = series[amfiCode] else { return nil }
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle].date <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : values[low - 1]
  }

  /// All values of `amfiCode` by ascending day; none for a code the table does not have.
  public func values(amfiCode: String) -> [DatedNAV] { series[amfiCode] ?? [] }
}

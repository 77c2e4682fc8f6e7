/// The rows of a small CSV file: a day and a value, with a key in front where one file holds several series.
struct DatedRows {
  /// One row; the key is empty in a file of two columns.
  typealias Row = (key: Substring, date: CivilDate, value: Substring)

  /// The line read last, from 1.
  private(set) var line = 0
  private let file: String
  private let header: Substring
  private let columns: Int
  private var lines: ArraySlice<Substring.UTF8View>
  private var hasHeader = false

  init(csv: String, header: String, file: String) {
    self.file = file
    self.header = header[...]
    columns = header.utf8.count { $0 == UInt8(ascii: ",") } + 1
    lines = csv.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
  }

  /// The next row, or nil at the end; blank lines and lines from `#` on are passed over.
  mutating func next() throws(FinanceError) -> Row? {
    while let bytes = lines.popFirst() {
      line += 1
      let text = bytes.last == UInt8(ascii: "\r") ? Substring(bytes.dropLast()) : Substring(bytes)
      if text.isEmpty || text.utf8.first == UInt8(ascii: "#") { continue }
      guard hasHeader else {
        guard text == header else { throw error(.malformed, "expected the header \"\(header)\"") }
        hasHeader = true
        continue
      }
      let fields = text.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == columns else {
        throw error(.malformed, "expected \(columns) fields, found \(fields.count)")
      }
      let day = fields[columns - 2]
      guard let date = CivilDate(iso: String(day)), (1990...2200).contains(date.year) else {
        throw error(.malformed, "\"\(day.prefix(20))\" is no day from 1990 to 2200 written YYYY-MM-DD")
      }
      return (columns == 3 ? fields[0] : "", date, fields[columns - 1])
    }
    guard hasHeader else { throw error(.missing, "the header \"\(header)\" is missing") }
    return nil
  }

  func error(_ code: FinanceError.Code, _ message: String) -> FinanceError {
    FinanceError(code, message, file: file, line: line)
  }
}

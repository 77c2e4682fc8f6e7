/// The state of reading closing prices line by line.
struct StockCloseReader {
  private let file: String
  private var line = 0
  private var hasHeader = false
  private var series: [String: [DatedNAV]] = [:]
  private var isin = ""

  init(file: String) {
    self.file = file
  }

  mutating func read(_ text: Substring) throws(FinanceError) {
    line += 1
    let text = text.utf8.last == UInt8(ascii: "\r") ? Substring(text.utf8.dropLast()) : text
    guard !text.isEmpty, text.utf8.first != UInt8(ascii: "#") else { return }
    guard hasHeader else {
      guard text == "isin,date,close" else {
        throw error(.malformed, "expected the header \"isin,date,close\"")
      }
      hasHeader = true
      return
    }
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == 3 else { throw error(.malformed, "expected 3 fields, found \(fields.count)") }
    try append(String(fields[0]), day: fields[1], close: fields[2])
  }

  func finish() throws(FinanceError) -> [String: [DatedNAV]] {
    guard hasHeader else { throw error(.missing, "the header \"isin,date,close\" is missing") }
    return series
  }

  private mutating func append(_ code: String, day: Substring, close: Substring) throws(FinanceError) {
    guard ISIN.isValid(code) else {
      throw error(.malformed, "\"\(code.prefix(20))\" is no ISIN; its check digit may be wrong")
    }
    guard let date = CivilDate(iso: String(day)), (1990...2200).contains(date.year) else {
      throw error(.malformed, "\"\(day.prefix(20))\" is no day from 1990 to 2200 written YYYY-MM-DD")
    }
    guard let value = NAV(exactly: String(close)) else {
      throw error(
        .malformed, "\"\(close.prefix(20))\" is no positive price; leave the row out if there is none")
    }
    guard code >= isin else {
      throw error(.inconsistent, "rows must be sorted by ISIN; \(code) comes too late")
    }
    if let last = series[code]?.last, last.date >= date {
      throw error(
        last.date == date ? .duplicate : .inconsistent,
        "rows of \(code) must have ascending days; \(date) does not follow \(last.date)")
    }
    isin = code
    series[code, default: []].append(DatedNAV(date: date, value: value))
  }

  private func error(_ code: FinanceError.Code, _ message: String) -> FinanceError {
    FinanceError(code, message, file: file, line: line)
  }
}

/// The state of reading a price table line by line.
struct PriceTableReader {
  let file: String
  private(set) var series: [String: NAVSeries] = [:]
  private(set) var codes: [String] = []
  private var line = 0
  private var hasHeader = false
  private var current: [DatedNAV] = []

  init(file: String) {
    self.file = file
  }

  mutating func read(_ text: Substring) throws(FinanceError) {
    line += 1
    let text = text.utf8.last == UInt8(ascii: "\r") ? Substring(text.utf8.dropLast()) : text
    guard !text.isEmpty, text.utf8.first != UInt8(ascii: "#") else { return }
    guard hasHeader else {
      guard text == "amfi_code,date,nav" else {
        throw error(.malformed, "expected the header \"amfi_code,date,nav\"")
      }
      hasHeader = true
      return
    }
    let fields = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard fields.count == 3 else {
      throw error(.malformed, "expected 3 fields, found \(fields.count)")
    }
    try append(code: Substring(fields[0]), day: Substring(fields[1]), nav: Substring(fields[2]))
  }

  mutating func finish() throws(FinanceError) {
    guard hasHeader else { throw error(.missing, "the header \"amfi_code,date,nav\" is missing") }
    closeSeries()
  }

  private mutating func append(code: Substring, day: Substring, nav: Substring) throws(FinanceError) {
    guard (1...8).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw error(.malformed, "\"\(code.prefix(20))\" is no AMFI scheme code of up to eight digits")
    }
    guard let date = CivilDate(iso: String(day)), (1990...2200).contains(date.year) else {
      throw error(.malformed, "\"\(day.prefix(20))\" is no day from 1990 to 2200 written YYYY-MM-DD")
    }
    guard let value = NAV(exactly: String(nav)) else {
      throw error(
        .malformed,
        "\"\(nav.prefix(20))\" is no positive net asset value; leave the row out if there is none")
    }
    if codes.last.map({ $0 != code }) ?? true {
      closeSeries()
      guard codes.last.map({ Self.precedes($0, code) }) ?? true else {
        throw error(.inconsistent, "rows must be sorted by code; \(code) comes too late")
      }
      codes.append(String(code))
    } else if let last = current.last, last.date >= date {
      throw error(
        last.date == date ? .duplicate : .inconsistent,
        "rows of \(code) must have ascending days; \(date) does not follow \(last.date)")
    }
    current.append(DatedNAV(date: date, value: value))
  }

  private mutating func closeSeries() {
    if let code = codes.last { series[code] = NAVSeries(ascending: current, of: code) }
    current = []
  }

  /// Codes are numbers: the shorter one comes first.
  private static func precedes(_ left: String, _ right: Substring) -> Bool {
    (left.utf8.count, left) < (right.utf8.count, String(right))
  }

  private func error(_ code: FinanceError.Code, _ message: String) -> FinanceError {
    FinanceError(code, message, file: file, line: line)
  }
}

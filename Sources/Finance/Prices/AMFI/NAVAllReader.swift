import Foundation

/// The state of reading NAVAll.txt.
///
/// A data line begins with a number, a heading with the kind of scheme, and any other line names a fund house.
struct NAVAllReader {
  private(set) var rows: [NAVAllFile.Row] = []
  private(set) var rejections: [NAVAllFile.Rejection] = []
  private(set) var categories: [ByteRange] = []
  private(set) var fundHouses: [ByteRange] = []
  private(set) var hasHeader = false

  private let asOf: Int
  private var layout = NAVAllLayout.legacy
  private var codes: Set<UInt32> = []
  private var line = 0

  init(asOf: CivilDate) {
    self.asOf = asOf.daysSince1970
    rows.reserveCapacity(16_384)
    codes.reserveCapacity(16_384)
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      let found = memchr(base + start, 0x0A, bytes.count - start)
      let end = found.map { UnsafeRawPointer(base).distance(to: $0) } ?? bytes.count
      line += 1
      readLine(NAVAllLine(bytes, start, end))
      start = end + 1
    }
  }

  private mutating func readLine(_ line: NAVAllLine) {
    guard let first = line.first else { return }
    // "360 ONE Mutual Fund" begins with digits too, but has no field that ends.
    if ASCII.isDigit(first), line.isNumber || line.contains(ASCII.semicolon) {
      readData(line)
    } else if line.hasPrefix("Scheme Code") {
      if let layout = NAVAllLayout(header: line) {
        hasHeader = true
        self.layout = layout
      }
    } else if let category = line.category {
      categories.append(category)
    } else if line.contains(ASCII.semicolon) {
      // A lone separator is blank; anything longer looks like data without a code.
      if line.count > 1 { reject(.code) }
    } else {
      fundHouses.append(line.range)
    }
  }

  private mutating func readData(_ line: NAVAllLine) {
    let fields = NAVAllFields(line)
    let columns = fields.count == layout.count ? layout : NAVAllLayout.legacy
    guard fields.count == columns.count else { return reject(.fieldCount) }
    guard let code = fields.number(0) else { return reject(.code) }
    guard let day = fields.day(columns.date) else { return reject(.malformedDate) }
    guard day <= asOf else { return reject(.futureDate) }
    switch fields.nav(columns.nav) {
    case .value(let nav):
      guard codes.insert(code).inserted else { return reject(.duplicate) }
      rows.append(
        NAVAllFile.Row(
          code: code, nav: DatedNAV(date: CivilDate(unchecked: day), value: nav),
          isinGrowth: fields.range(1), isinReinvest: fields.range(2), name: fields.range(3),
          plan: columns.plan.map { fields.range($0) } ?? .empty,
          option: columns.option.map { fields.range($0) } ?? .empty,
          category: Int32(truncatingIfNeeded: categories.count - 1),
          fundHouse: Int32(truncatingIfNeeded: fundHouses.count - 1)))
    case .absent: reject(.noValue)
    case .malformed: reject(.malformedValue)
    }
  }

  private mutating func reject(_ reason: NAVAllFile.Reason) {
    rejections.append(NAVAllFile.Rejection(line: line, reason: reason))
  }
}

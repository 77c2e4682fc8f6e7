import Foundation

/// The fields of one line of NAVAll.txt, cut at semicolons and freed of surrounding blanks.
struct NAVAllFields {
  /// The most fields that are kept; more are only counted.
  static let limit = 8

  /// What a value field holds.
  enum Value {
    case value(NAV)
    case absent
    case malformed
  }

  /// How many fields the line has.
  private(set) var count = 1
  private let line: NAVAllLine
  /// The position of each semicolon, then the end of the line.
  private var ends = SIMD8<Int32>(repeating: 0)

  init(_ line: NAVAllLine) {
    self.line = line
    guard let base = line.bytes.baseAddress else { return }
    var position = line.start
    while let found = memchr(base + position, Int32(ASCII.semicolon), line.end - position) {
      position = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
      if count <= Self.limit { ends[count - 1] = Int32(truncatingIfNeeded: position) }
      count += 1
      position += 1
    }
    if count <= Self.limit { ends[count - 1] = Int32(truncatingIfNeeded: line.end) }
  }

  func range(_ index: Int) -> ByteRange {
    let field = field(index)
    return ByteRange(field.start, field.end)
  }

  /// A number of at most eight digits.
  func number(_ index: Int) -> UInt32? {
    let field = field(index)
    guard (1...8).contains(field.count) else { return nil }
    var number: UInt32 = 0
    for position in field.start..<field.end {
      guard ASCII.isDigit(line.bytes[position]) else { return nil }
      number = number * 10 + UInt32(line.bytes[position] & 0x0F)
    }
    return number
  }

  /// The days since 1970 of a day written `16-May-2025`, from 1990 to 2200.
  func day(_ index: Int) -> Int? {
    let field = field(index)
    guard field.count == 11 else { return nil }
    func digit(_ place: Int) -> Int {
      let byte = line.bytes[field.start + place]
      return ASCII.isDigit(byte) ? Int(byte & 0x0F) : -10_000
    }
    let hyphen = UInt8(ascii: "-")
    let year = digit(7) * 1000 + digit(8) * 100 + digit(9) * 10 + digit(10)
    let date = digit(0) * 10 + digit(1)
    guard line.bytes[field.start + 2] == hyphen, line.bytes[field.start + 6] == hyphen,
      (1990...2200).contains(year), let month = month(field.start + 3),
      date >= 1, date <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    return CivilDate.days(year, month, date)
  }

  /// A value with at most eight decimals; `10.` is 10.
  func nav(_ index: Int) -> Value {
    let field = field(index)
    var (number, decimals, isFraction) = (Int64(0), 0, false)
    for position in field.start..<field.end {
      let byte = line.bytes[position]
      if ASCII.isDigit(byte) {
        guard number < 100_000_000_000_000_000 else { return .malformed }
        number = number * 10 + Int64(byte & 0x0F)
        if isFraction { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !isFraction, position > field.start {
        isFraction = true
      } else {
        let text = String(decoding: line.bytes[field.start..<field.end], as: UTF8.self)
        return NAVText(text[...]) == .absent ? .absent : .malformed
      }
    }
    guard number > 0 else { return .absent }
    guard decimals <= 8, let factor = DecimalText.powerOfTen(8 - decimals),
      let nav = NAV(wide: Int128(number) * Int128(factor))
    else { return .malformed }
    return .value(nav)
  }

  private func field(_ index: Int) -> NAVAllLine {
    let start = index == 0 ? line.start : Int(ends[index - 1]) + 1
    return NAVAllLine(line.bytes, start, Int(ends[index]))
  }

  private func month(_ position: Int) -> Int? {
    let letters = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32(line.bytes[position + $1] | 0x20) }
    switch letters {
    case 0x6A_61_6E: return 1
    case 0x66_65_62: return 2
    case 0x6D_61_72: return 3
    case 0x61_70_72: return 4
    case 0x6D_61_79: return 5
    case 0x6A_75_6E: return 6
    case 0x6A_75_6C: return 7
    case 0x61_75_67: return 8
    case 0x73_65_70: return 9
    case 0x6F_63_74: return 10
    case 0x6E_6F_76: return 11
    case 0x64_65_63: return 12
    default: return nil
    }
  }
}

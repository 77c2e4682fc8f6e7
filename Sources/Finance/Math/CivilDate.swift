/// A day of the proleptic Gregorian calendar, without time or zone, from year 1 to 9999.
///
/// Money dates in India are civil dates in Indian standard time; a clock never enters the arithmetic.
public struct CivilDate: Hashable, Sendable {
  /// The number of days since 1970-01-01, negative before.
  public let daysSince1970: Int

  /// The first day of the supported range, 0001-01-01.
  public static let minimum = CivilDate(unchecked: -719_162)
  /// The last day of the supported range, 9999-12-31.
  public static let maximum = CivilDate(unchecked: 2_932_896)

  /// The day with this year, month (1–12) and day of the month.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when there is no such day, such as 2023-02-29.
  public init(year: Int, month: Int, day: Int) throws(FinanceError) {
    guard let date = CivilDate(checking: year, month, day) else {
      throw FinanceError(.outOfRange, "there is no day \(year)-\(month)-\(day)")
    }
    self = date
  }

  /// The day written as `2026-08-14`; nil for any other spelling or a day that does not exist.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(checking: year, month, day)
  }

  /// The day written as `01-Apr-2024`, the way statements and AMFI do; nil for any other spelling.
  public init?(dayMonthYear text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 2, parts[2].utf8.count == 4,
      let day = Self.number(Array(parts[0].utf8)[...]), let year = Self.number(Array(parts[2].utf8)[...]),
      let month = Self.monthNames.firstIndex(of: parts[1].lowercased())
    else { return nil }
    self.init(checking: year, month + 1, day)
  }

  init(unchecked daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// Fails when the three numbers name no day of the supported range.
  init?(checking year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(unchecked: Self.days(year, month, day))
  }

  private static let monthNames = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

extension CivilDate: Comparable {
  /// Whether the left day comes first.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }
}

extension CivilDate: CustomStringConvertible {
  /// The day as `2026-08-14`.
  public var description: String {
    let (year, month, day) = components
    return String(year: year, month: month, day: day)
  }
}

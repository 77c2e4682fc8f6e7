/// A minute of a day in Indian standard time.
public struct CivilTime: Hashable, Sendable {
  /// The day.
  public let date: CivilDate
  /// Seconds since midnight, 0 to 86 399.
  public let secondOfDay: Int

  /// The time `secondOfDay` seconds into `date`.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for seconds beyond the day.
  public init(date: CivilDate, secondOfDay: Int) throws(FinanceError) {
    guard (0..<86_400).contains(secondOfDay) else {
      throw FinanceError(.outOfRange, "\(secondOfDay) seconds is no time of a day")
    }
    self.date = date
    self.secondOfDay = secondOfDay
  }

  /// The time written as `2026-01-20T13:30:00`, without zone; nil for any other spelling.
  public init?(iso text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(iso: String(parts[0])) else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let limits = [24, 60, 60]
    guard (2...3).contains(clock.count) else { return nil }
    var seconds = 0
    for index in 0..<3 {
      guard index < clock.count else { break }
      let digits = clock[index]
      guard digits.utf8.count == 2, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(digits), number < limits[index]
      else { return nil }
      seconds += number * [3600, 60, 1][index]
    }
    self.date = date
    secondOfDay = seconds
  }
}

extension CivilTime: Comparable {
  /// Whether the left time comes first.
  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}

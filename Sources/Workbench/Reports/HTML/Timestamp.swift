/// Reads the instants of a run record.
enum Timestamp {
  /// Milliseconds since 1970-01-01T00:00Z of an RFC 3339 timestamp, nil for anything else.
  ///
  /// ```swift
  /// Timestamp.milliseconds("1970-01-01T05:30:00.250+05:30")   // 250
  /// ```
  static func milliseconds(_ text: String) -> Double? {
    let pattern = #/(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d{1,9})?(?:[Zz]|([+\-])(\d\d):(\d\d))/#
    guard text.utf8.count <= 40, let match = text.wholeMatch(of: pattern)?.output else { return nil }
    guard let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
      let hour = Int(match.4), let minute = Int(match.5), let second = Int(match.6),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    let fraction = match.7.flatMap { Double("0\($0)") } ?? 0
    let offset = (Int(match.9 ?? "0") ?? 0) * 60 + (Int(match.10 ?? "0") ?? 0)
    let east = match.8 == "-" ? -offset : offset
    let minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute - east
    return Double(minutes) * 60_000 + Double(second) * 1000 + fraction * 1000
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, `days_from_civil`).
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

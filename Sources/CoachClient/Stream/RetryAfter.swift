/// The field `Retry-After` (RFC 9110 §10.2.3): seconds, or a date read against the answer's own `Date`.
enum RetryAfter {
  /// The wait it asks for, nil for what is neither; a date without a `Date` beside it says nothing.
  static func duration(_ value: String?, date: String?) -> Duration? {
    guard let value else { return nil }
    if !value.isEmpty, value.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      return .seconds(min(Int(value) ?? .max, 1_000_000_000))
    }
    guard let until = seconds(value), let date, let now = seconds(date) else { return nil }
    return .seconds(max(0, min(until - now, 1_000_000_000)))
  }

  /// Seconds since 1970 of an HTTP date in its preferred form, `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func seconds(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
      let month = months.firstIndex(of: String(words[2])), (1...31).contains(day),
      (1970...9999).contains(year)
    else { return nil }
    let time = words[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2])
    else { return nil }
    return days(year: year, month: month + 1, day: day) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Days since 1970 of a date of the Gregorian calendar, counted in years that begin in March.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return marchYear * 365 + leapDays + (153 * ((month + 9) % 12) + 2) / 5 + day - 719_469
  }
}

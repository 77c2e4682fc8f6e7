public import Finance
import Foundation

extension RunClock {
  /// Asia/Kolkata has been at UTC+05:30 the whole year round since 1945.
  private static let indiaOffset = 19_800.0
  private static let epoch = CivilDate(iso: "1970-01-01") ?? .minimum

  /// The civil date in India: a day begins at 18:30 UTC.
  public var indianDay: CivilDate { Self.indianDay(of: now()) }

  /// The civil date in India at an instant, held within the range of dates.
  static func indianDay(of instant: Date) -> CivilDate {
    let days = indianDays(at: instant)
    // A clock may say anything; what is no whole number of days is a date at an end of the range.
    return epoch.adding(days: Int(exactly: days) ?? (days < 0 ? .min : .max))
  }

  /// When the next civil day begins in India, as ``timestamp()`` writes it.
  var nextIndianDay: String {
    Self.text(Date(timeIntervalSince1970: (Self.indianDays(at: now()) + 1) * 86_400 - Self.indiaOffset))
  }

  /// Whole milliseconds of wall time since 1970, held within a range whose sums cannot overflow.
  var milliseconds: Int {
    let value = (now().timeIntervalSince1970 * 1_000).rounded(.down)
    return Int(exactly: min(max(value, -1e15), 1e15)) ?? 0
  }

  /// Whole days since 1970 in India.
  private static func indianDays(at instant: Date) -> Double {
    ((instant.timeIntervalSince1970 + indiaOffset) / 86_400).rounded(.down)
  }
}

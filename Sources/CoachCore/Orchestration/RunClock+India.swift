import Finance
import Foundation

extension RunClock {
  /// Asia/Kolkata has been at UTC+05:30 the whole year round since 1945.
  private static let indiaOffset = 19_800.0
  private static let epoch = CivilDate(iso: "1970-01-01") ?? .minimum

  /// Whole days since 1970 in India.
  private var indianDays: Double {
    ((now().timeIntervalSince1970 + Self.indiaOffset) / 86_400).rounded(.down)
  }

  /// The civil date in India.
  var indianDay: CivilDate {
    Self.epoch.adding(days: Int(exactly: min(max(indianDays, -1e9), 1e9)) ?? 0)
  }

  /// When the next civil day begins in India, as ``timestamp()`` writes it.
  var nextIndianDay: String {
    Self.text(Date(timeIntervalSince1970: (indianDays + 1) * 86_400 - Self.indiaOffset))
  }

  /// Whole milliseconds of wall time since 1970, held within a range whose sums cannot overflow.
  var milliseconds: Int {
    let value = (now().timeIntervalSince1970 * 1_000).rounded(.down)
    return Int(exactly: min(max(value, -1e15), 1e15)) ?? 0
  }
}

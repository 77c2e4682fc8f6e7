import CoachCore

/// What is done by the clock, or when somebody outside calls for it.
enum CronJob: String, Sendable, CaseIterable {
  /// After prices or statements have come in: those it touches are told.
  case postIngest = "post_ingest"
  /// Looks in on every user.
  case daily
  /// Looks in on every user once a week and writes to them.
  case weeklyEmail = "weekly_email"

  /// When the embedded scheduler does it; nil for what has no time of its own.
  var schedule: CronSchedule? {
    switch self {
    case .postIngest: nil
    case .daily: CronSchedule(weekday: nil, hour: 2)
    case .weeklyEmail: CronSchedule(weekday: 1, hour: 3)
    }
  }

  /// The check-in it makes.
  var checkIn: CheckIn? {
    switch self {
    case .postIngest: nil
    case .daily: .daily
    case .weeklyEmail: .weekly(weekday: 1)
    }
  }
}

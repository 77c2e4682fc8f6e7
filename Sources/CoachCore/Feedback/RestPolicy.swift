import Finance

/// How long a topic rests that the investor put off without saying for how long.
struct RestPolicy: Sendable {
  let cooldowns: TopicCooldowns
  /// The IST date it was said on.
  let day: CivilDate

  /// The first date on which the topic may be told again: a dismissed one rests as the policy says, a snoozed one as long
  /// as one of its severity that was just told.
  func end(of verdict: Feedback.Verdict, _ severity: Insight.Severity) -> CivilDate {
    let ledger = TopicLedger([], cooldowns: cooldowns)
    return verdict == .dismissed
      ? ledger.dismissal(on: day).until : day.adding(days: ledger.days(severity))
  }
}

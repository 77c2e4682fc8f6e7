/// How far a plan is from its target.
public enum GoalBand: String, Sendable, CaseIterable {
  /// The plan reaches the target or more.
  case onTrack = "on_track"
  /// It comes close.
  case close
  /// It falls behind.
  case behind
  /// It is far from it.
  case atRisk = "at_risk"
  /// The target date has come.
  case matured
}

/// What a change led to for one user.
public enum DataChangeResult: Sendable {
  /// Nothing the change names reads otherwise than when it was last told; no session was begun and no tool called.
  case untouched
  /// There is no portfolio of the user.
  case noPortfolio
  /// The portfolio has none of the goals and schemes the change names.
  case nothingNamed
  /// A session was run over these goals and holdings.
  case ran(RunRecord, goals: [String], holdings: [String])
  /// The session of this very state of the data had ended before.
  case alreadyTold(session: String)
  /// Another worker has the session in hand.
  case underWay
  /// No session could be run; the code is bounded.
  case failed(code: String)
}

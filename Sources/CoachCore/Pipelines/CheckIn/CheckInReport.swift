public import Finance

/// What one call of a check-in did.
public struct CheckInReport: Sendable {
  /// What became of one user.
  public enum Result: Hashable, Sendable {
    /// A session was run, or taken up again, and ended so.
    case ran(RunRecord.Outcome)
    /// The user's session of this date had ended before.
    case alreadyDone
    /// There is no portfolio of the user.
    case noPortfolio
    /// No session could be run; the code is bounded. The next call tries again.
    case failed(code: String)
  }

  /// The IST date of the check-in.
  public let date: CivilDate
  /// By user.
  public internal(set) var results: [String: Result] = [:]
  /// Batches another worker has in hand, by number.
  public internal(set) var heldElsewhere: [Int] = []
  /// Batches another worker took over when the lease had run out before they were done, by number.
  public internal(set) var lost: [Int] = []

  init(date: CivilDate) {
    self.date = date
  }
}

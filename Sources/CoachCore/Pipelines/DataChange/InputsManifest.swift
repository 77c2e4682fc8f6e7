import Finance
import JSONKit

/// The hash of everything the figures of each goal and each holding depend on, as it was when they were last told.
///
/// The day is not among it: that a day has passed is no change of the data.
struct InputsManifest: Codable, Hashable, Sendable {
  /// By goal id.
  var goals: [String: String]
  /// By holding id.
  var holdings: [String: String]

  init(goals: [String: String] = [:], holdings: [String: String] = [:]) {
    self.goals = goals
    self.holdings = holdings
  }

  /// Hashes a snapshot.
  init(_ inputs: SnapshotInputs) throws {
    self.init()
    for goal in inputs.snapshot.portfolio.goals {
      goals[goal.id] = try ContentHash.sha256(canonical: .object(inputs.goalInputs(goal)))
    }
    for holding in inputs.snapshot.holdings {
      holdings[holding.id] = inputs.hash(ofHolding: holding.id)
    }
  }

  /// Where a user's manifest is kept.
  static func key(of user: String) -> String { "u:\(user):inputs" }
}

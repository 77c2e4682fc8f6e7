import Finance
import JSONKit

extension SnapshotInputs {
  /// What the figures of one goal depend on: of the holdings those it has a share of, so that a price that moves
  /// changes the inputs of the goals it pays for and of no other.
  ///
  /// That a price has become stale is not among them: it comes of the day, and that a day has passed is no change of the
  /// data.
  func goalInputs(_ goal: Goal) -> JSONObject {
    let shares = shares(of: goal)
    let owned = Set(shares.map(\.holding))
    return [
      "goal": Self.goal(goal), "holdings": holdings(among: owned),
      "sips": .array(sips(of: goal).map(Self.sip)), "shares": .array(shares.map(Self.share)),
      // Qualifies the figures wherever in the portfolio it is found.
      "incomplete": .bool(
        snapshot.issues.contains { $0.kind == .incompleteStatement || $0.kind == .unknownLots }),
    ]
  }

  /// The rows of the portfolio they rest on.
  func goalRows(_ goal: Goal) -> [Fact.Row] {
    [.init(table: "goal", id: goal.id)] + sips(of: goal).map { .init(table: "sip", id: $0.id) }
      + shares(of: goal).map { .init(table: "holding", id: $0.holding) }
  }

  private func sips(of goal: Goal) -> [SIP] { snapshot.portfolio.sips.filter { $0.goal == goal.id } }

  private func shares(of goal: Goal) -> [GoalShare] {
    snapshot.portfolio.shares.filter { $0.goal == goal.id }
  }
}

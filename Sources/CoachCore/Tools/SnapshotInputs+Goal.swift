import Finance
import JSONKit

extension SnapshotInputs {
  /// What the figures of one goal depend on.
  func goalInputs(_ goal: Goal) -> JSONObject {
    [
      "goal": Self.goal(goal), "holdings": holdings, "sips": .array(sips(of: goal).map(Self.sip)),
      "shares": .array(shares(of: goal).map(Self.share)),
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

import Finance

/// Which goals and holdings of one portfolio a change touches.
struct ChangeImpact: Hashable, Sendable {
  /// By id, in the portfolio's order.
  let goals: [String]
  /// By id, in the portfolio's order.
  let holdings: [String]
  /// Whether the change names nothing the portfolio has.
  let namesNothing: Bool

  /// Whether nothing is touched, and there is nothing to run.
  var isEmpty: Bool { goals.isEmpty && holdings.isEmpty }

  /// What a run about it speaks of.
  var focus: BriefFocus { BriefFocus(subjects: Set(goals + holdings)) }

  /// Follows a change through a portfolio.
  ///
  /// A scheme touches the holdings in it, a holding the goals it pays for or is to pay for; of these the touched ones
  /// are those whose inputs read otherwise than before. A change that names neither schemes nor goals names all of
  /// them.
  ///
  /// - Parameter before: the inputs when they were last told; nil when they never were.
  init(_ change: DataChange, of portfolio: Portfolio, before: InputsManifest?, now: InputsManifest) {
    let named = Named(change, portfolio)
    namesNothing = named.holdings.isEmpty && named.goals.isEmpty
    holdings = portfolio.holdings.map(\.id).filter {
      named.holdings.contains($0) && before?.holdings[$0] != now.holdings[$0]
    }
    goals = portfolio.goals.filter { $0.status == .active }.map(\.id).filter {
      named.goals.contains($0) && before?.goals[$0] != now.goals[$0]
    }
  }

  /// What a change names, directly or by what depends on it.
  private struct Named {
    let holdings: Set<String>
    let goals: Set<String>

    init(_ change: DataChange, _ portfolio: Portfolio) {
      guard !change.schemes.isEmpty || !change.goals.isEmpty else {
        holdings = Set(portfolio.holdings.map(\.id))
        goals = Set(portfolio.goals.map(\.id))
        return
      }
      let schemes = Set(change.schemes)
      let holdings = Set(portfolio.holdings.filter { schemes.contains($0.amfiCode) }.map(\.id))
      self.holdings = holdings
      goals = Set(change.goals).intersection(portfolio.goals.map(\.id))
        .union(portfolio.shares.filter { holdings.contains($0.holding) }.map(\.goal))
        .union(portfolio.sips.filter { holdings.contains($0.holding) }.map(\.goal))
    }
  }
}

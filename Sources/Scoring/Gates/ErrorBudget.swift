/// How many errors a run may have before they decide its exit status: none, unless a gate says `errors <= x`.
struct ErrorBudget: Hashable, Sendable {
  private let gates: [Gate]

  /// Takes the unsliced `errors <= x` and `errors < x` among the gates; a slice says nothing of the whole run.
  init(_ gates: [Gate]) {
    self.gates = gates.filter { gate in
      gate.metric.subject == .errors && gate.conditions.isEmpty
        && (gate.comparison == .atMost || gate.comparison == .below)
    }
  }

  /// Whether every such gate holds; without one, whether there is no error.
  func allows(_ tally: RunTally) -> Bool {
    guard !gates.isEmpty else { return tally.errors == 0 }
    return gates.allSatisfy { gate in
      let errors = Double(tally.errors)
      let share = tally.judged == 0 ? 0 : errors / Double(tally.judged)
      return gate.comparison.holds(gate.limit.unit == .percent ? share : errors, gate.bound)
    }
  }
}

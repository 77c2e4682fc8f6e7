import Finance

/// The dated rules an agent writes under.
struct AgentPolicy: Sendable {
  /// The sentences every artifact carries, in the policy's order.
  let disclaimers: [Insight.Disclaimer]
  /// The sentence beside any past return.
  let pastPerformance: [Insight.Disclaimer]
  /// How far proposals may go, and how long one holds.
  let advice: AdviceRules

  /// The rules in force on a date.
  ///
  /// - Throws: `CoachError` with code `finance` when a policy table has none for it.
  init(_ policy: PolicyTables, on date: CivilDate) throws(CoachError) {
    let all: [Insight.Disclaimer]
    do {
      all = try policy.disclaimers(on: date).map { .init(id: $0.id, text: $0.text) }
    } catch {
      throw CoachError(.finance, "no disclaimers are in force on \(date): \(error)", cause: error)
    }
    do {
      advice = try policy.advice(on: date)
    } catch {
      throw CoachError(.finance, "no rules of advice are in force on \(date): \(error)", cause: error)
    }
    disclaimers = all.filter { ["std_warning", "not_advice"].contains($0.id) }
    pastPerformance = all.filter { $0.id == "past_performance" }
  }
}

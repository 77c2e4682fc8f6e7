/// R6: prose and plan suggest nothing the limits of this investor forbid, and the prose names no scheme.
public struct SuitabilityRail: Rail {
  private let schemes: SchemeNames

  /// R6.
  public var id: GuardrailVerdict.Rail { .suitability }

  /// Makes the rail.
  ///
  /// - Parameter names: the schemes and fund houses the investor holds.
  public init(names: [String] = []) {
    schemes = SchemeNames(held: names)
  }

  /// Findings with the codes `more_equity`, `rebalance`, `new_money`, `sale_without_cost`, `tax_deduction`,
  /// `scheme_order` and `named_scheme`; for a plan also `unknown_action_fact`, `too_many_actions` and
  /// `irreversible_first`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let prose = subject.prose else { return .nothingToJudge("draft") }
    let isCosted = Self.citesCostOfSale(subject)
    var findings: [GuardrailVerdict.Finding] = []
    for text in prose {
      for match in SuitabilityRules.matcher.matches(in: text) {
        guard isObjectionable(match.kind, subject.brief.limits, saleIsCosted: isCosted) else { continue }
        let words = text.folded.originalText(of: match.folded)
        findings.append(
          text.finding(match.kind.rawValue, at: match.folded, detail: "“\(words)” \(match.kind.remedy)"))
      }
      findings += schemes.mentions(in: text).map { range in
        text.finding(
          "named_scheme", at: range,
          detail:
            "“\(text.folded.originalText(of: range))” names a scheme or fund house; say “this fund” instead")
      }
    }
    guard case .recommendation(let plan) = subject.brief.form else { return findings }
    return findings + PlanCheck(plan: plan, brief: subject.brief).findings()
  }

  private func isObjectionable(
    _ concern: SuitabilityConcern, _ limits: AdviceLimits, saleIsCosted: Bool
  ) -> Bool {
    if concern == .saleWithoutCost { return limits.forbids(.sale) || !saleIsCosted }
    return concern.limit.map(limits.forbids) ?? true
  }

  /// Whether the body cites what a sale costs, both its tax and its exit load.
  private static func citesCostOfSale(_ subject: RailSubject) -> Bool {
    let parts = subject.citedFacts.values.map { $0.id.split(separator: ".") }
    return ["tax", "exit_load"].allSatisfy { cost in parts.contains { $0.contains(cost[...]) } }
  }
}

import JSONKit

@testable import CoachCore

extension AdviceScenario {
  /// A situation drawn at random: any mix of goals, holdings, SIPs and facts that are there or not.
  static func generated(_ random: inout SplitMix) -> AdviceScenario {
    var scenario = AdviceScenario()
    scenario.profile = random.pick("unknown", "conservative", "moderate", "aggressive")
    scenario.language = Bool.random(using: &random) ? "en" : "hi"
    for index in 1...Int.random(in: 1...5, using: &random) { scenario.drawHolding("h\(index)", &random) }
    for index in 0..<Int.random(in: 0...4, using: &random) { scenario.drawGoal("g\(index + 1)", &random) }
    if Bool.random(using: &random) {
      scenario.emergency(random.pick("ok", "short", "unknown"))
    }
    if Bool.random(using: &random) {
      scenario.overlap(
        random.pick("low", "high"),
        after: Bool.random(using: &random) ? Double.random(in: 0...0.7, using: &random) : nil)
    }
    if Bool.random(using: &random) { scenario.money("portfolio.value", 900_000) }
    return scenario
  }

  private mutating func drawHolding(_ id: String, _ random: inout SplitMix) {
    guard Int.random(in: 0..<5, using: &random) > 0 else { return }
    let plan = random.pick("direct", "regular")
    holding(
      id,
      status: random.pick("open", "open", "closed_to_new", "merged", "wound_up"),
      assetClass: random.pick("equity", "debt", "gold", "cash"), plan: plan)
    if plan == "regular", Bool.random(using: &random) { costs(id) }
    if Bool.random(using: &random) { remove("holding.\(id).value") }
  }

  private mutating func drawGoal(_ id: String, _ random: inout SplitMix) {
    let (band, ratio) = random.pick(
      ("on_track", 1.2), ("close", 0.95), ("behind", 0.8), ("at_risk", 0.4), ("matured", 0.9),
      ("matured", 1.1)
    )
    goal(
      id, kind: random.pick("education", "emergency", "house"), band: band, ratio: ratio,
      priority: Int.random(in: 1...5, using: &random),
      stepUp: Bool.random(using: &random) ? Double.random(in: 0.01...0.3, using: &random) : nil,
      needsMoreThanCap: Bool.random(using: &random), flexibleDate: Bool.random(using: &random),
      flexibleAmount: Bool.random(using: &random))
    for kind in ["increase_sip", "start_step_up", "extend_horizon", "lower_target"]
    where has("goal.\(id).after.\(kind).funded_ratio") {
      self.ratio(
        "goal.\(id).after.\(kind).funded_ratio", ratio + Double.random(in: -0.1...0.5, using: &random))
    }
    for index in 0..<Int.random(in: 0...2, using: &random) {
      sip(
        "s\(id.dropFirst())\(index)", goal: id, holding: "h\(Int.random(in: 1...5, using: &random))",
        status: random.pick("active", "paused"))
    }
    drawMix(id, &random)
  }

  private mutating func drawMix(_ id: String, _ random: inout SplitMix) {
    if Bool.random(using: &random) {
      let classes = ["equity", "debt", "gold", "cash"].shuffled(using: &random)
      drift(
        id, over: classes[0], under: classes[1], redirect: Bool.random(using: &random),
        sale: Bool.random(using: &random), later: Bool.random(using: &random))
      if Bool.random(using: &random) { remove("goal.\(id).sale.exit_load") }
    }
    if Bool.random(using: &random) {
      ceiling(
        id, random.pick("within", "above", "unknown"),
        weight: Double.random(in: 0...1, using: &random))
    }
  }
}

extension SplitMix {
  /// One of some values, each as likely as the others.
  fileprivate mutating func pick<Value>(_ values: Value...) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }
}

import Scoring

/// Verdict, provenance, gates, pass rates and cost: the part of the report that fits one screen.
struct OverviewView {
  struct Term { let term, value: String }
  struct Tile { let title, value, note: String }
  struct Gate { let suite, gate, tone, word, actual, message: String }
  struct Slice { let variant, model, passed, rate, interval, low, width, point: String }
  struct Mutants {
    let isSum: Bool
    let rail, operatorName, caught, tone, twins, falseAlarms, alarmTone: String
  }
  struct Agent { let agent, calls, input, output, agentCost: String }

  let verdict: VerdictView
  let provenance: [Term]
  let tiles: [Tile]
  let gates: [Gate]
  let slices: [Slice]
  /// The sum of each rail above its operators; empty for a run that planted nothing.
  let mutants: [Mutants]
  let agents: [Agent]
  /// How costs are to be read: `as if priced at …`, or which rows have none.
  let costNote: String
  let notes: [String]

  /// Lays out a summary.
  init(_ input: ReportInput) {
    let summary = input.summary
    self.verdict = VerdictView(summary)
    self.provenance = Self.provenance(summary)
    self.costNote = Self.costNote(summary.usage)
    self.tiles = Self.tiles(summary)
    self.gates = summary.gates.map(Self.gate)
    self.slices = summary.by.map(Self.slice)
    let tallies = summary.mutants ?? []
    self.mutants = MutantTally.byRail(tallies).flatMap { sum in
      ([sum] + tallies.filter { $0.rail == sum.rail }).map(Self.mutants)
    }
    self.agents = summary.usageByAgent.map { usage in
      Agent(
        agent: usage.agent, calls: Figures.count(usage.calls), input: Figures.count(usage.inputTokens),
        output: Figures.count(usage.outputTokens), agentCost: Figures.dollars(micros: usage.costMicros))
    }
    self.notes = input.notes
  }

  private static func provenance(_ summary: RunSummary) -> [Term] {
    var models: [String] = []
    for slice in summary.by where !models.contains(slice.model) { models.append(slice.model) }
    return [
      Term(term: "Run", value: summary.run),
      Term(term: "Suites", value: summary.suites.joined(separator: ", ")),
      Term(term: "Models", value: models.joined(separator: ", ")),
      Term(term: "Answers", value: summary.provenance.map(\.rawValue).joined(separator: ", ")),
      Term(term: "Seed", value: "\(summary.seed)"),
      Term(term: "Started", value: summary.startedAt),
      Term(term: "Took", value: Figures.duration(milliseconds: summary.durationMilliseconds)),
      Term(term: "Jobs", value: Figures.count(summary.jobs)),
      Term(term: "Host", value: summary.host),
      Term(term: "Workbench", value: summary.version),
    ].filter { !$0.value.isEmpty }
  }

  private static func tiles(_ summary: RunSummary) -> [Tile] {
    let counts = summary.counts
    let passedGates = summary.gates.count { $0.status == .passed }
    let usage = summary.usage
    let estimated = usage.estimated ? "estimated" : "as counted by the model"
    return [
      Tile(
        title: "Cases passed", value: "\(Figures.count(counts.passed)) / \(Figures.count(counts.judged))",
        note: counts.skipped > 0 ? "\(Figures.count(counts.skipped)) skipped" : "none skipped"),
      Tile(
        title: "Gates passed", value: "\(passedGates) / \(summary.gates.count)",
        note: summary.gates.isEmpty ? "the suite sets none" : "thresholds of the suite"),
      Tile(
        title: "Tokens", value: Figures.count(usage.inputTokens) + " in",
        note: "\(Figures.count(usage.outputTokens)) out, \(estimated)"),
      Tile(title: "Cost", value: Figures.dollars(micros: usage.costMicros), note: costNote(usage)),
      Tile(
        title: "Latency p95", value: Figures.duration(milliseconds: summary.latency.p95),
        note: "p50 \(Figures.duration(milliseconds: summary.latency.p50))"),
      Tile(
        title: "First artifact p95", value: Figures.duration(milliseconds: summary.ttft.p95),
        note: "p50 \(Figures.duration(milliseconds: summary.ttft.p50))"),
    ]
  }

  private static func costNote(_ usage: RunSummary.Usage) -> String {
    switch (usage.costMicros, usage.pricedAs) {
    case (nil, _): "no price is known"
    case (_, nil): "spent"
    case (_, let model?): "as if priced at \(model)"
    }
  }

  private static func gate(_ gate: GateOutcome) -> Gate {
    let label = StatusLabel(gate.status)
    return Gate(
      suite: gate.suite, gate: gate.gate, tone: label.tone, word: label.word,
      actual: gate.figure, message: gate.message)
  }

  private static func mutants(_ tally: MutantTally) -> Mutants {
    Mutants(
      isSum: tally.operatorName == nil, rail: tally.operatorName == nil ? tally.rail : "",
      operatorName: tally.operatorName ?? "",
      caught: "\(Figures.count(tally.caught)) / \(Figures.count(tally.mutants))",
      tone: tally.caught == tally.mutants ? "ok" : "bad", twins: Figures.count(tally.twins),
      falseAlarms: Figures.count(tally.falseAlarms), alarmTone: tally.falseAlarms == 0 ? "ok" : "bad")
  }

  /// The interval is drawn on a track of 100 units.
  private static func slice(_ slice: RunSummary.Slice) -> Slice {
    let low = slice.passRateLow ?? 0
    let high = slice.passRateHigh ?? 0
    let judged = slice.passed + slice.failed + slice.errors
    return Slice(
      variant: slice.variant, model: slice.model,
      passed: "\(Figures.count(slice.passed)) / \(Figures.count(judged))",
      rate: Figures.percent(slice.passRate),
      interval: "\(Figures.percent(slice.passRateLow)) to \(Figures.percent(slice.passRateHigh))",
      low: Figures.plain(low * 100, decimals: 1), width: Figures.plain(max(0, high - low) * 100, decimals: 1),
      point: Figures.plain((slice.passRate ?? 0) * 100, decimals: 1))
  }
}

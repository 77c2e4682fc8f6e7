import Scoring

extension SoakPage {
  static func tiles(_ counts: SoakCounts, _ summary: SoakSummary) -> [Tile] {
    func p99(_ kind: SoakTimes.Kind) -> String {
      Figures.duration(milliseconds: summary.times.first { $0.name == kind.rawValue }?.p99)
    }
    return [
      Tile(
        title: "Sessions", value: Figures.count(counts.sessions),
        note: (counts.parallel.map { "at most \(Figures.count($0)) at once, " } ?? "")
          + "\(counts.failed) wrong, \(counts.errors) broken off"),
      Tile(
        title: "Events", value: Figures.count(counts.events),
        note: "\(Figures.fixed(counts.eventsPerSecond, decimals: 0)) a second over "
          + Figures.duration(milliseconds: counts.seconds * 1_000)
          + "; \(Figures.count(counts.reconnects)) reconnects, "
          + "\(Figures.count(counts.repeats)) events came again, each the same"),
      Tile(title: "First artifact, p99", value: p99(.firstArtifact), note: "from the request"),
      Tile(title: "Whole session, p99", value: p99(.total), note: "from the request"),
      Tile(
        title: "Cost", value: Figures.dollars(micros: summary.usage?.costMicros),
        note: summary.usage.map(Self.note) ?? "no tokens are told"),
      Tile(
        title: "Budgets", value: "\(counts.overruns) passed",
        note: "\(counts.exhausted) of \(counts.capped) capped sessions ran out"),
    ]
  }

  private static func note(_ usage: SoakUsage) -> String {
    let tokens = SessionTranscript.sum(usage.inputTokens, usage.outputTokens)
    return "\(Figures.count(tokens)) tokens"
      + (usage.pricedAs.map { " as if at \($0)" } ?? ", no price named")
  }

  static func provenance(_ summary: SoakSummary) -> [Term] {
    var terms = [
      Term(term: "Run", value: summary.run), Term(term: "Suite", value: summary.suite),
      Term(term: "Began", value: summary.startedAt),
      Term(term: "Seed", value: summary.seed.map { "\($0)" } ?? "one of each soak"),
      Term(term: "Load", value: summary.load?.text ?? "not told"),
      Term(
        term: "Servers",
        value: summary.target
          ?? "façade and engine started for \(summary.sources == nil ? "this" : "each") soak, a process each"),
      Term(term: "Machine", value: "\(summary.host), \(summary.processors) processors"),
      Term(term: "Version", value: summary.version),
    ]
    if !summary.chaos.isEmpty {
      let events = summary.chaos.map { "\($0.kind.rawValue) at \(Figures.fixed($0.seconds, decimals: 1)) s" }
      terms.append(Term(term: "Chaos", value: events.joined(separator: ", ")))
    }
    return terms
  }

  static func figure(_ gate: GateOutcome) -> String {
    guard let actual = gate.actual else { return "–" }
    let name = String(gate.gate.prefix { !$0.isWhitespace })
    switch SoakFigures.metrics.first(where: { $0.name == name })?.kind {
    case .time: return Figures.duration(milliseconds: actual)
    case .rate: return Figures.percent(actual)
    case .bytes: return Figures.bytes(actual)
    case .count, nil: return Figures.plain(actual, decimals: 1)
    }
  }

  static func meaning(_ behaviour: Behaviour) -> String {
    switch behaviour {
    case .plain: "reads to the end"
    case .slow: "rests after every event"
    case .drop: "leaves in the middle and comes back"
    case .cancel: "cancels its session"
    case .duplicate: "sends its request twice at once under one key"
    case .exhaust: "brings a cap of tokens it must run out of"
    }
  }

  static func time(_ time: SoakSummary.Time) -> Time {
    Time(
      name: time.name, meaning: SoakTimes.Kind(rawValue: time.name)?.words ?? "",
      count: Figures.count(time.count), p50: Figures.duration(milliseconds: time.p50),
      p90: Figures.duration(milliseconds: time.p90), p95: Figures.duration(milliseconds: time.p95),
      p99: Figures.duration(milliseconds: time.p99), max: Figures.duration(milliseconds: time.max))
  }

  static func servers(_ summary: SoakSummary) -> [Server] {
    return summary.processes.map { process in
      let used = process.figures
      return Server(
        name: process.name, cpu: "\(Figures.fixed(used.cpuSeconds, decimals: 1)) s",
        perEvents: process.cpuPer100kEvents.map { "\(Figures.fixed($0, decimals: 1)) s" } ?? "–",
        memory:
          "\(Figures.megabytes(used.firstBytes)) → \(Figures.megabytes(used.lastBytes)), "
          + "most \(Figures.megabytes(used.mostBytes)) MB",
        descriptors: "\(used.firstDescriptors) → \(used.lastDescriptors), most \(used.mostDescriptors)",
        threads: "\(used.mostThreads)")
    }
  }

  static func failure(_ row: SoakRow) -> Failure {
    Failure(
      session: row.label, caseID: row.caseID, behaviour: row.behaviour.rawValue,
      outcome: row.outcome ?? "broke off", findings: row.findings.map { "\($0.kind): \($0.message)" })
  }

  static func budget(_ row: SoakRow) -> Budget? {
    guard let budget = row.budget else { return nil }
    let share = budget.cap > 0 ? Double(budget.used) / Double(budget.cap) : 0
    return Budget(
      session: row.label, caseID: row.caseID, cap: Figures.count(budget.cap),
      used: Figures.count(budget.used), share: Figures.percent(share),
      width: Figures.plain(min(share, 1) * 120, decimals: 1),
      word: budget.isOverrun
        ? "passed its cap" : budget.isExhausted ? "ran out, kept its cap" : "kept its cap",
      tone: budget.isOverrun ? "bad" : "ok")
  }
}

import Scoring

/// What the template of a soak's report reads.
struct SoakPage {
  struct Tile { let title, value, note: String }
  struct Term { let term, value: String }
  struct Gate { let tone, word, gate, figure, message: String }
  struct Group { let name, meaning, sessions, ok, outcomes, tone: String }
  struct Time { let name, meaning, count, p50, p90, p95, p99, max: String }
  struct Server { let name, cpu, perEvents, memory, descriptors, threads: String }
  struct Failure { let session, caseID, behaviour, outcome: String, findings: [String] }
  struct Budget { let session, caseID, cap, used, share, width, word, tone: String }

  static let shownFailures = 50
  static let shownBudgets = 30

  let pageTitle, tone, word, headline, exit: String
  let reasons: [String]
  let tiles: [Tile]
  let provenance: [Term]
  let gates: [Gate]
  let groups: [Group]
  let times: [Time]
  let percentiles: [CurveChart]
  let series: [CurveChart]
  let servers: [Server]
  let quiet: QuietView
  let quietChart: [CurveChart]
  let failures: [Failure]
  let failuresLeftOut: String
  let budgets: [Budget]
  let budgetsNote: String
  let shared: SharedBudgetView
  let against: [Against]
  let sources: [Source]

  init(_ summary: SoakSummary, rows: [SoakRow]) {
    let isPassed = summary.exitStatus == 0
    let counts = summary.counts
    word = isPassed ? "PASS" : "FAIL"
    tone = isPassed ? "ok" : "bad"
    pageTitle = "\(word): soak \(summary.run)"
    headline = "\(Figures.count(counts.ok)) of \(Figures.count(counts.sessions)) streams were right"
    exit = "exit \(summary.exitStatus)"
    let words = summary.exitReasons.compactMap { ExitStatus(reason: $0)?.words }
    reasons =
      words.isEmpty ? ["every stream was judged right while the load was on, and every gate held"] : words
    tiles = Self.tiles(counts, summary)
    provenance = Self.provenance(summary)
    gates = summary.gates.map { gate in
      let label = StatusLabel(gate.status)
      return Gate(
        tone: label.tone, word: label.word, gate: gate.gate, figure: Self.figure(gate), message: gate.message)
    }
    groups = summary.groups.map { group in
      Group(
        name: group.behaviour.rawValue, meaning: Self.meaning(group.behaviour),
        sessions: Figures.count(group.sessions), ok: Figures.count(group.ok),
        outcomes: group.outcomes.joined(separator: ", "), tone: group.ok == group.sessions ? "ok" : "bad")
    }
    times = summary.times.filter { $0.count > 0 }.map(Self.time)
    let charts = SoakCharts(summary, rows: rows)
    (percentiles, series, quietChart) = (charts.percentiles, charts.series, charts.quiet)
    quiet = QuietView(summary.quietPoints ?? [])
    shared = SharedBudgetView(summary.parts.flatMap { $0.sharedBudgets ?? [] })
    servers = Self.servers(summary)
    sources = summary.sources?.map(Source.init) ?? []
    against = summary.against.map { [Against($0)] } ?? []
    let failing = rows.filter(\.isFailing)
    failures = failing.prefix(Self.shownFailures).map(Self.failure)
    failuresLeftOut =
      failing.count > Self.shownFailures
      ? "\(failing.count - Self.shownFailures) more are in results.jsonl." : ""
    let capped = rows.filter { $0.budget != nil }
    budgets = capped.prefix(Self.shownBudgets).compactMap(Self.budget)
    budgetsNote =
      "\(counts.exhausted) of \(counts.capped) sessions under a cap ran out of it, and \(counts.overruns) took "
      + "more than allowed."
      + (capped.count > Self.shownBudgets ? " The first \(Self.shownBudgets) are shown." : "")
  }
}

import Scoring

/// What the template of a search's report reads.
struct KneePage {
  struct Term { let term, value: String }
  struct Rung {
    let sessions, rate, tone, word, streams, firstP50, firstP99, totalP99, timer, engine, facade: String
    let reasons: String
    /// Empty for one that came to no page.
    let link: [String]
  }

  let pageTitle, tone, word, headline, exit: String
  let reasons: [String]
  let note: String
  let provenance: [Term]
  let charts: [CurveChart]
  let rungs: [Rung]

  init(_ knee: SoakKnee) {
    let isPassed = knee.exitStatus == ExitStatus.passed.rawValue
    (word, tone) = isPassed ? ("PASS", "ok") : ("FAIL", "bad")
    pageTitle = "\(word): knee \(knee.run)"
    headline = knee.says.prefix(1).uppercased() + knee.says.dropFirst()
    exit = "exit \(knee.exitStatus)"
    let words = knee.exitReasons.compactMap { ExitStatus(reason: $0)?.words }
    reasons = words.isEmpty ? ["the first rung held, and the search went on from there"] : words
    note = knee.clientNote.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." } ?? ""
    provenance = [
      Term(term: "Run", value: knee.run), Term(term: "Suite", value: knee.suite),
      Term(term: "Began", value: knee.startedAt),
      Term(term: "Seeds", value: "from \(knee.seed), one a rung"),
      Term(term: "Servers", value: knee.target ?? "façade and engine started for each rung"),
      Term(term: "Machine", value: "\(knee.host), \(knee.processors) processors"),
      Term(term: "Version", value: knee.version),
    ]
    let ascending = knee.rungs.sorted { $0.sessions < $1.sessions }
    charts = [Self.chart(knee, ascending)].compactMap(\.self)
    rungs = ascending.map(Self.rung)
  }

  private static func rung(_ rung: KneeRung) -> Rung {
    Rung(
      sessions: Figures.count(rung.sessions), rate: Figures.plain(rung.arrivalsPerSecond, decimals: 1),
      tone: rung.isHeld ? "ok" : "bad", word: rung.isHeld ? "held" : "broke",
      streams: Figures.percent(rung.streamOK),
      firstP50: Figures.duration(milliseconds: rung.firstArtifactP50),
      firstP99: Figures.duration(milliseconds: rung.firstArtifactP99),
      totalP99: Figures.duration(milliseconds: rung.totalP99),
      timer: Figures.duration(milliseconds: rung.timerP99), engine: KneeText.cpu(rung.engineCPU),
      facade: KneeText.cpu(rung.facadeCPU), reasons: rung.reasons,
      link: rung.report.map { [$0] } ?? [])
  }

  /// Latency against load; one point alone is no curve.
  private static func chart(_ knee: SoakKnee, _ rungs: [KneeRung]) -> CurveChart? {
    func curve(_ name: String, _ value: (KneeRung) -> Double?) -> CurveChart.Curve {
      (name, rungs.compactMap { rung in value(rung).map { (x: Double(rung.sessions), y: $0) } })
    }
    let curves = [curve("first artifact", \.firstArtifactP99), curve("whole session", \.totalP99)]
    guard curves.contains(where: { $0.points.count > 1 }) else { return nil }
    return CurveChart(
      id: "knee", title: "p99 against the sessions of a rung", curves: curves, xTicks: ticks(rungs),
      marks: knee.broke.map { [(at: Double($0), label: "broke")] } ?? []
    ) { Figures.duration(milliseconds: $0) }
  }

  /// The rungs, without those whose labels would lie upon each other.
  private static func ticks(_ rungs: [KneeRung]) -> [(at: Double, label: String)] {
    let places = rungs.map { Double($0.sessions) }
    let room = ((places.last ?? 0) - (places.first ?? 0)) / 16
    return places.reduce(into: []) { ticks, place in
      if place - (ticks.last?.at ?? -.infinity) >= room {
        ticks.append((place, Figures.plain(place, decimals: 0)))
      }
    }
  }
}

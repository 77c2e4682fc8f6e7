extension SoakPage {
  /// A soak that was joined with others, as a row.
  struct Source {
    let run, machine, servers, began, seed, sessions, ok, events, lasted, tone: String

    init(_ source: SoakSource) {
      let counts = source.counts
      run = source.run
      machine = "\(source.host), \(source.processors) processors"
      let chaos = source.chaos.isEmpty ? "" : ", with chaos"
      let unrest = source.quietPoints?.contains { $0.unrest != nil } == true ? ", not quiet in time" : ""
      servers =
        (source.target ?? "its own") + chaos + unrest + (source.isInterrupted ? ", interrupted" : "")
      began = source.startedAt
      seed = source.seed.map { "\($0)" } ?? "–"
      sessions = Figures.count(counts.sessions)
      ok = Figures.count(counts.ok)
      events = Figures.count(counts.events)
      lasted = Figures.duration(milliseconds: counts.seconds * 1_000)
      tone = counts.ok == counts.sessions ? "ok" : "bad"
    }
  }
}

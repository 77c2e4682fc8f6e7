/// What one server of a soak took over the whole of it.
struct SoakProcess: Sendable {
  /// `engine` or `façade`, with its soak where several were joined.
  let name: String
  let figures: SoakServerFigures
  /// The events of its soak.
  let events: Int

  /// Seconds; nil when there was no event.
  var cpuPer100kEvents: Double? { events > 0 ? figures.cpuSeconds / Double(events) * 100_000 : nil }

  /// The servers as a reader knows them, with where their samples are.
  static let kinds: [(name: String, usage: @Sendable (UsageSample) -> ProcessUsage?)] = [
    ("engine", { $0.engine }), ("façade", { $0.facade }),
  ]
}

extension SoakSummary {
  /// The servers of the soak, or of each soak it was joined from; none of a façade that was not started for it.
  var processes: [SoakProcess] {
    parts.flatMap { part in
      SoakProcess.kinds.compactMap { name, usage in
        SoakServerFigures(part.samples.map(usage)).map {
          SoakProcess(
            name: sources == nil ? name : "\(name) of \(part.run)", figures: $0, events: part.counts.events)
        }
      }
    }
  }
}

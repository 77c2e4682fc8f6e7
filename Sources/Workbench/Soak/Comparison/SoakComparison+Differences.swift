extension SoakComparison {
  /// In what two soaks were not alike, so that their figures are not of one load.
  static func differences(_ earlier: SoakSummary, _ now: SoakSummary) -> [Difference] {
    let (before, after) = (conditions(earlier), conditions(now))
    return zip(before, after).compactMap { before, after in
      before.value == after.value
        ? nil : Difference(what: before.name, earlier: before.value, now: after.value)
    }
  }

  /// What the figures of a soak depend on beside the service itself.
  private static func conditions(_ summary: SoakSummary) -> [(name: String, value: String)] {
    let (load, seeds) = (summary.load, summary.parts.compactMap(\.seed))
    func told<T>(_ value: T?, _ text: (T) -> String) -> String { value.map(text) ?? "not told" }
    return [
      ("sessions", told(load) { "\($0.sessions)" }),
      ("ramp", told(load) { Figures.plain($0.rampSeconds, decimals: 3) + " s" }),
      ("think", told(load?.thinkSeconds) { Figures.plain($0, decimals: 3) + " s" }),
      ("rounds", told(load) { "\($0.rounds ?? 1)" }),
      ("seed", told(seeds.isEmpty ? nil : seeds) { $0.map { "\($0)" }.joined(separator: ", ") }),
      ("chaos", summary.parts.contains { !$0.chaos.isEmpty } ? "on" : "none"),
      ("soaks joined", "\(summary.sources?.count ?? 0)"),
      ("variant", told(load) { "\($0.variant), \($0.model)" }),
      ("servers", summary.target ?? "started for the soak"),
      ("interrupted", summary.exitReasons.contains("interrupted") ? "yes" : "no"),
      ("version", summary.version), ("host", summary.host), ("processors", "\(summary.processors)"),
    ]
  }

  /// The differences in words; nil when there are none.
  var warning: String? {
    guard !differences.isEmpty else { return nil }
    return "not the same load or machine, so not only the service differs: "
      + differences.map { "\($0.what) \($0.earlier) then, \($0.now) now" }.joined(separator: "; ")
  }
}

extension SoakPage {
  /// The section that puts the soak beside the last one.
  struct Against {
    struct Cell { let then, now, thenInterval, nowInterval, change, tone: String }
    struct Time { let name: String, cells: [Cell] }
    struct Figure { let name, then, now, change: String }

    let title, warning: String
    let times: [Time]
    let figures: [Figure]

    init(_ comparison: SoakComparison) {
      title = "\(comparison.run), which began \(comparison.startedAt)."
      warning = comparison.warning.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." } ?? ""
      times = SoakTimes.Kind.allCases.compactMap { kind in
        let cells = SoakComparison.percentiles.compactMap { percentile in
          comparison.figure("\(kind.rawValue).\(percentile.name)").map(Self.cell)
        }
        return cells.isEmpty ? nil : Time(name: kind.rawValue, cells: cells)
      }
      figures = Self.named.compactMap { name, words in
        comparison.figure(name).map { figure in
          Figure(
            name: words, then: SoakComparison.text(figure.earlier, of: name),
            now: SoakComparison.text(figure.now, of: name), change: figure.change)
        }
      }
    }

    private static let named = [
      ("stream.ok", "Streams that were right"), ("errors", "Sessions that broke off"),
      ("reconnects", "Reconnects"), ("events.rate", "Events a second"),
      ("engine.cpu", "Engine: CPU time per 100,000 events"),
      ("facade.cpu", "Façade: CPU time per 100,000 events"), ("engine.rss", "Engine: most resident memory"),
      ("facade.rss", "Façade: most resident memory"),
    ]

    private static func cell(_ figure: SoakComparison.Figure) -> Cell {
      let tone =
        switch figure.trend {
        case .faster: "ok"
        case .slower: "bad"
        case .noise, nil: "mute"
        }
      return Cell(
        then: Figures.duration(milliseconds: figure.earlier),
        now: Figures.duration(milliseconds: figure.now),
        thenInterval: figure.earlierInterval.map(interval) ?? "–",
        nowInterval: figure.nowInterval.map(interval) ?? "–", change: figure.change, tone: tone)
    }

    private static func interval(_ interval: PercentileInterval) -> String {
      switch (interval.low, interval.high) {
      case (let low?, let high?):
        "\(Figures.duration(milliseconds: low)) to \(Figures.duration(milliseconds: high))"
      case (let low?, nil): "\(Figures.duration(milliseconds: low)) or more"
      case (nil, let high?): "up to \(Figures.duration(milliseconds: high))"
      case (nil, nil): "any"
      }
    }
  }
}

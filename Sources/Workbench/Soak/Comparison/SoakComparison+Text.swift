extension SoakComparison.Figure {
  /// How much more or less, with what it is worth.
  ///
  /// `+13.8% slower`, `−2.0% noise`, `+3` where there was nothing before, `–` when it cannot be told.
  var change: String {
    guard let earlier, let now else { return "–" }
    guard let ratio else {
      // Of nothing there is no percentage.
      return now == 0 ? "same" : "+" + Figures.plain(now - earlier, decimals: 1)
    }
    let percent = Figures.fixed(abs(ratio - 1) * 100, decimals: 1)
    let size = percent == "0.0" ? "0%" : (ratio < 1 ? "−" : "+") + percent + "%"
    return trend.map { "\(size) \($0.word)" } ?? size
  }
}

extension SoakComparison.Trend {
  /// One word for a column.
  var word: String {
    switch self {
    case .faster: "faster"
    case .slower: "slower"
    case .noise: "noise"
    }
  }
}

extension SoakComparison {
  /// A figure that is no percentile as its reader knows it.
  static func text(_ value: Double?, of name: String) -> String {
    guard let value, value.isFinite else { return "–" }
    if name == "stream.ok" { return Figures.percent(value) }
    if name.hasSuffix(".cpu") { return Figures.fixed(value, decimals: 1) + " s" }
    if name.hasSuffix(".rss") { return Figures.fixed(value / 1e6, decimals: 0) + " MB" }
    return Figures.plain(value, decimals: 1)
  }

  /// The comparison in columns for the terminal.
  var lines: [String] {
    let header = ["p50 then", "now", "change", "p99 then", "now", "change"]
    let times = SoakTimes.Kind.allCases.compactMap { kind -> String? in
      guard let p50 = figure("\(kind.rawValue).p50"), let p99 = figure("\(kind.rawValue).p99") else {
        return nil
      }
      return "  " + Self.row([kind.rawValue] + Self.cells(p50) + Self.cells(p99))
    }
    let others = figures.filter { $0.trend == nil && !Self.isTime($0.name) }.map { figure in
      "  "
        + Self.row([
          figure.name, Self.text(figure.earlier, of: figure.name), Self.text(figure.now, of: figure.name),
          figure.change,
        ])
    }
    return ["", "against \(run), which began \(startedAt)"] + (warning.map { ["  note: \($0)"] } ?? [])
      + ["  " + Self.row([""] + header)] + times + others
  }

  private static func isTime(_ name: String) -> Bool {
    SoakTimes.Kind.allCases.contains { name.hasPrefix($0.rawValue + ".") }
  }

  private static func cells(_ figure: Figure) -> [String] {
    [
      Figures.duration(milliseconds: figure.earlier), Figures.duration(milliseconds: figure.now),
      figure.change,
    ]
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [16, 11, 11, 17, 11, 11]
    let last = cells.count - 1
    return cells.enumerated().map { place, cell in
      place < last && place < widths.count ? cell.padded(to: widths[place]) : cell
    }.joined()
  }
}

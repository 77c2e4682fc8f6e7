/// All series of one metric.
struct PrometheusFamily {
  /// The kinds of metrics the text format knows that are used here.
  enum Kind: String {
    case counter, gauge, histogram

    /// The names samples of the metric have.
    func names(_ name: String) -> [String] {
      self == .histogram ? [name, "\(name)_bucket", "\(name)_sum", "\(name)_count"] : [name]
    }
  }

  let kind: Kind
  /// The label the metric was made with.
  let label: String
  private(set) var series: [String: any PrometheusSeries] = [:]

  init(kind: Kind, label: String) {
    self.kind = kind
    self.label = label
  }

  /// The series of some labels, which is made if it is new; past the limit the one that stands for all others.
  ///
  /// - Returns: the series, and whether it stands for others.
  mutating func series<Series: PrometheusSeries>(
    _ dimensions: [(String, String)], limit: Int, make: () -> Series
  ) -> (series: Series, isOther: Bool) {
    let labels = PrometheusText.labels(dimensions)
    if let known = series[labels] as? Series { return (known, false) }
    let isOther = series.count >= limit
    let key = isOther ? PrometheusText.labels(dimensions) { _ in PrometheusRegistry.other } : labels
    if let known = series[key] as? Series { return (known, isOther) }
    let new = make()
    series[key] = new
    return (new, isOther)
  }

  /// The lines of the metric, in the order of their labels.
  func text(name: String) -> String {
    var text =
      "# HELP \(name) \(PrometheusText.escaped(label, quote: false))\n# TYPE \(name) \(kind.rawValue)\n"
    for (labels, series) in series.sorted(by: { $0.key < $1.key }) {
      text += series.lines(name: name, labels: labels)
    }
    return text
  }
}

/// One series of a metric: a name with its labels and what has been measured.
protocol PrometheusSeries: AnyObject, Sendable {
  /// The lines of the series in the text format, each with its line feed.
  ///
  /// - Parameters:
  ///   - name: the metric's name.
  ///   - labels: what stands between the braces, empty for nothing.
  func lines(name: String, labels: String) -> String
}

extension PrometheusSeries {
  /// One sample.
  func line(_ name: String, _ labels: String, _ value: String) -> String {
    labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
  }
}

/// A figure that is read when it is scraped, so that it needs no keeping and cannot be out of date.
struct ScrapedFigure: Hashable, Sendable {
  /// As Prometheus names it, its unit at the end.
  let name: String
  /// What it counts, in one line.
  let help: String
  let kind: PrometheusFamily.Kind
  let value: Double

  /// Its lines in the text format 0.0.4.
  var text: String {
    "# HELP \(name) \(PrometheusText.escaped(help, quote: false))\n# TYPE \(name) \(kind.rawValue)\n"
      + "\(name) \(PrometheusText.number(value))\n"
  }

  private static func gauge(_ name: String, _ help: String, _ value: Int) -> ScrapedFigure {
    ScrapedFigure(name: name, help: help, kind: .gauge, value: Double(value))
  }

  /// An engine's sessions that have not ended.
  static func sessionsRunning(_ count: Int) -> ScrapedFigure {
    gauge("coach_sessions_running", "Sessions that run or wait for their turn.", count)
  }

  /// A server's streams.
  static func streamsOpen(_ count: Int) -> ScrapedFigure {
    gauge("coach_streams_open", "Streams of sessions that this server has open.", count)
  }

  /// A server's connections, the one it is scraped over among them.
  static func connections(_ count: Int) -> ScrapedFigure {
    gauge("http_server_connections", "Connections that this server has open.", count)
  }
}

import CoachClient
import HTTPTransport

/// Waits until the servers of a soak are quiet, and then looks at what they hold.
struct QuietWatch: Sendable {
  private let servers: ServerPair
  private let clock: ClientClock

  init(_ servers: ServerPair, clock: ClientClock) {
    self.servers = servers
    self.clock = clock
  }

  /// How long a connection stays that nobody uses, in seconds: the servers of a soak with rounds are told so, or each
  /// quiet point would take as long as a kept connection lives.
  static let idleSeconds = 5
  /// The longest it may take, in seconds.
  static let longest = 60.0
  private static let pause = Duration.milliseconds(500)
  /// Looks in a row without anything going on.
  ///
  /// The façade takes note of connections that the engine closed when it sends a request, at most once a second.
  private static let looks = 4

  /// What both servers show.
  private struct Look {
    let facade: ServerGauges?
    let engine: ServerGauges?

    /// One connection of each is that over which it is asked; the engine has one more, over which the façade asks it.
    var unrest: String? {
      let parts = [("engine", engine, 2), ("façade", facade, 1)].compactMap { name, gauges, own in
        gauges.map { gauges in gauges.unrest(own: own).map { "\(name): \($0)" } } ?? "\(name): no answer"
      }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
  }

  /// Waits for quiet and samples.
  ///
  /// - Parameter sessions: how many were opened before.
  func point(after sessions: Int) async throws -> QuietPoint {
    try await CurlTransport.withTransport { transport in
      let begun = clock.nanoseconds()
      var calm: [Look] = []
      while true {
        let look = await look(by: transport)
        calm = look.unrest == nil ? calm + [look] : []
        let seconds = SoakTime.milliseconds(from: begun, to: clock.nanoseconds()) / 1_000
        if calm.count >= Self.looks {
          return await point(calm, sessions, seconds, unrest: nil)
        }
        if seconds >= Self.longest {
          let unrest = look.unrest ?? "never quiet for \(Self.looks) looks in a row"
          return await point([look], sessions, seconds, unrest: unrest)
        }
        try await clock.sleep(Self.pause)
      }
    }
  }

  /// What the last of some looks shows; of descriptors the fewest in any, since the connection over which the façade
  /// asks the engine comes and goes between them.
  private func point(
    _ looks: [Look], _ sessions: Int, _ seconds: Double, unrest: String?
  ) async -> QuietPoint {
    let places = await servers.places()
    func process(_ gauges: (Look) -> ServerGauges?, _ pid: Int32) -> QuietPoint.Process? {
      let seen = looks.compactMap(gauges)
      return seen.last.map { last in
        QuietPoint.Process(
          pid: pid, heapBytes: last.heapBytes, residentBytes: last.residentBytes,
          descriptors: seen.map(\.descriptors).min() ?? last.descriptors)
      }
    }
    return QuietPoint(
      sessions: sessions, waitedSeconds: seconds, engine: process(\.engine, places.engine.pid),
      facade: process(\.facade, places.facade.pid), unrest: unrest)
  }

  private func look(by transport: CurlTransport) async -> Look {
    let places = await servers.places()
    // The façade asks the engine, and so drops the connections the engine has closed.
    _ = await Self.text(places.facade.url + "/readyz", transport)
    return Look(
      facade: await Self.text(places.facade.url + "/metrics", transport).flatMap(ServerGauges.init),
      engine: await Self.text(places.engine.url + "/metrics", transport).flatMap(ServerGauges.init))
  }

  private static func text(_ url: String, _ transport: CurlTransport) async -> String? {
    var limits = TransportLimits()
    limits.whole = .seconds(5)
    guard let response = try? await transport.send(TransportRequest(url: url, limits: limits)),
      let bytes = try? await response.body.collect(upTo: 4 << 20), response.status == 200
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

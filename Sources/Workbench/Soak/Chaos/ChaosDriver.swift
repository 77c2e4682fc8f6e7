import CoachClient

/// Does to the servers what a plan says, by the clock.
struct ChaosDriver: Sendable {
  private let plan: ChaosPlan
  private let servers: ServerPair
  private let load: SoakLoad
  private let origin: UInt64

  /// - Parameter origin: the start of the load, in nanoseconds of its clock.
  init(_ plan: ChaosPlan, _ servers: ServerPair, _ load: SoakLoad, origin: UInt64) {
    self.plan = plan
    self.servers = servers
    self.load = load
    self.origin = origin
  }

  /// Lets everything happen; returns what did, with the moments at which it began.
  ///
  /// - Throws: `SoakError` when an engine that was killed does not come back.
  func run() async throws -> [ChaosEvent] {
    var done: [ChaosEvent] = []
    let clock = load.clock
    for event in plan.events {
      let now = SoakTime.milliseconds(from: origin, to: clock.nanoseconds()) / 1_000
      if event.seconds > now { try? await clock.sleep(.seconds(event.seconds - now)) }
      let begun = SoakTime.milliseconds(from: origin, to: clock.nanoseconds()) / 1_000
      switch event.kind {
      case .kill: try await servers.killEngine()
      case .cut: load.cutStreams()
      case .pause: await servers.pauseEngine(for: ChaosPlan.pause)
      }
      done.append(ChaosEvent(kind: event.kind, seconds: begun))
    }
    return done
  }
}

import CoachClient

/// Looks once a second at what goes on, until its task is cancelled.
struct UsageSampler: Sendable {
  private let servers: ServerPair?
  private let load: SoakLoad
  private let origin: UInt64
  private let terminal: Terminal

  /// - Parameter origin: the start of the load, in nanoseconds of its clock.
  init(_ servers: ServerPair?, _ load: SoakLoad, origin: UInt64, terminal: Terminal) {
    self.servers = servers
    self.load = load
    self.origin = origin
    self.terminal = terminal
  }

  /// The samples, the last one taken when the load was over.
  func run() async -> [UsageSample] {
    var samples: [UsageSample] = []
    repeat {
      samples.append(await sample())
      if terminal.isInteractive, let last = samples.last {
        terminal.redraw("\(Int(last.seconds)) s: \(last.underWay) sessions under way")
      }
    } while (try? await load.clock.sleep(.seconds(1))) != nil
    samples.append(await sample())
    if terminal.isInteractive { terminal.redraw("") }
    return samples
  }

  private func sample() async -> UsageSample {
    let usage = await servers?.usage()
    return UsageSample(
      seconds: SoakTime.milliseconds(from: origin, to: load.clock.nanoseconds()) / 1_000,
      underWay: load.underWay, facade: usage?.facade, engine: usage?.engine)
  }
}

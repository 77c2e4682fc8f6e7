@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Notices the person's Ctrl-C: the first lets running cells finish and the reports be written, the second leaves at once.
final class Interrupt: Sendable {
  private let count = Mutex(0)
  // Held only so that they live as long as this does; never read again.
  private let sources: [any DispatchSourceSignal]

  /// Starts to listen for SIGINT and SIGTERM.
  init() {
    let queue = DispatchQueue(label: "interrupt")
    sources = [SIGINT, SIGTERM].map { number in
      // The default action would end the process before the source hears of it.
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { [weak self] in self?.signalled() }
      source.resume()
    }
  }

  /// Whether the run should start nothing more.
  var isRaised: Bool { count.withLock { $0 > 0 } }

  private func signalled() {
    let times = count.withLock { count in
      count += 1
      return count
    }
    if times > 1 { _exit(130) }
  }
}

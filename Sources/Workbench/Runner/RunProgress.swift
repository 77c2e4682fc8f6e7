import Scoring

/// Tells how a run gets on: one line that is redrawn on a terminal, plain lines in a log.
actor RunProgress {
  private let terminal: Terminal
  private let display: ProgressDisplay
  private let total: Int
  private let clock: @Sendable () -> ContinuousClock.Instant
  private let began: ContinuousClock.Instant
  private var told: ContinuousClock.Instant
  private var running = 0
  private var done = 0
  private var failed = 0
  private var errors = 0

  /// How often a plain display says where the run is.
  private static let plainInterval: Duration = .seconds(10)
  /// How often a terminal is redrawn.
  private static let redrawInterval: Duration = .milliseconds(100)

  init(
    total: Int, display: ProgressDisplay?, terminal: Terminal,
    clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.total = total
    self.display = display ?? (terminal.isInteractive ? .tty : .plain)
    self.terminal = terminal
    self.clock = clock
    self.began = clock()
    self.told = began
  }

  /// A trial has begun.
  func start() {
    running += 1
  }

  /// A trial has ended.
  func end(_ row: CaseResult) {
    running -= 1
    done += 1
    failed += row.status == .failed ? 1 : 0
    errors += row.status == .error ? 1 : 0
    let now = clock()
    switch display {
    case .tty:
      guard now - told >= Self.redrawInterval || done == total else { return }
      terminal.redraw(line(at: now))
    case .plain:
      // Where both outputs are one, the summary at the end says it once and in full.
      if !terminal.isOneStream, row.status == .failed || row.status == .error {
        terminal.note(Self.problem(row))
      }
      guard now - told >= Self.plainInterval else { return }
      terminal.note(line(at: now))
    case .json:
      terminal.note(
        #"{"done":\#(done),"total":\#(total),"running":\#(running),"failed":\#(failed),"errors":\#(errors)}"#)
    case .none:
      return
    }
    told = now
  }

  /// Leaves the terminal with a clean line.
  func finish() {
    if display == .tty { terminal.redraw("") }
  }

  private func line(at now: ContinuousClock.Instant) -> String {
    let elapsed = now - began
    var parts = ["\(done)/\(total)", "\(running) running", "\(failed) failed"]
    if errors > 0 { parts.append("\(errors) errors") }
    if done > 0, done < total {
      let left = elapsed / done * (total - done)
      parts.append("about \(left.components.seconds) s left")
    }
    return parts.joined(separator: "  ")
  }

  static func problem(_ row: CaseResult) -> String {
    let check = row.checks.first { $0.status == .error } ?? row.checks.first { $0.status == .failed }
    let reason = row.error?.message ?? check.map { "\($0.check): \($0.message)" } ?? ""
    return "\(row.status.rawValue)  \(row.suite)/\(row.caseID)  \(reason)"
  }
}

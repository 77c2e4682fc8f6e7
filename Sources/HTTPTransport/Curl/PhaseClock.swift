/// When a transfer's current phase runs out.
///
/// Pure; times are nanoseconds of the monotonic clock.
struct PhaseClock {
  private enum Phase {
    case connect, head, body
  }

  private let limits: TransportLimits
  private let start: UInt64
  private var phase = Phase.connect
  private var since: UInt64
  private var isPaused = false
  private var armed: UInt64?

  init(_ limits: TransportLimits, now: UInt64) {
    self.limits = limits
    start = now
    since = now
  }

  /// The phase a time-out now belongs to.
  func current(at now: UInt64) -> TransportPhase {
    if let whole = limits.whole, now >= start.advanced(by: whole) { return .whole }
    return switch phase {
    case .connect: .connect
    case .head: .head
    case .body: .idle
    }
  }

  /// The next moment at which a limit is reached, if there is one.
  var deadline: UInt64? {
    let phaseEnd: UInt64? =
      switch phase {
      case .connect: since.advanced(by: limits.connect)
      case .head: since.advanced(by: limits.head)
      case .body: isPaused ? nil : limits.idle.map(since.advanced)
      }
    let wholeEnd = limits.whole.map(start.advanced)
    guard let phaseEnd, let wholeEnd else { return phaseEnd ?? wholeEnd }
    return min(phaseEnd, wholeEnd)
  }

  /// The deadline to put on the heap, unless an entry as early as it is there.
  mutating func arm() -> UInt64? {
    guard let deadline, armed.map({ deadline < $0 }) ?? true else { return nil }
    armed = deadline
    return deadline
  }

  /// An entry of the heap came up; false for one that an earlier one has replaced.
  mutating func fire(_ entry: UInt64) -> Bool {
    guard entry == armed else { return false }
    armed = nil
    return true
  }

  mutating func connected(at now: UInt64) { enter(.head, now) }
  mutating func headCame(at now: UInt64) { enter(.body, now) }
  mutating func bytesCame(at now: UInt64) { since = now }

  mutating func pause() { isPaused = true }

  mutating func resume(at now: UInt64) {
    isPaused = false
    since = now
  }

  private mutating func enter(_ phase: Phase, _ now: UInt64) {
    self.phase = phase
    since = now
  }
}

extension UInt64 {
  /// This moment and a duration later, the end of time where it would overflow.
  func advanced(by duration: Duration) -> UInt64 {
    let (seconds, attoseconds) = duration.components
    guard seconds >= 0, attoseconds >= 0 else { return self }
    let (whole, overflows) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    if overflows { return .max }
    let (sum, isLate) = addingReportingOverflow(whole)
    if isLate { return .max }
    let (result, isTooLate) = sum.addingReportingOverflow(UInt64(attoseconds / 1_000_000_000))
    return isTooLate ? .max : result
  }
}

/// What a connection owes, and until when: a pure state machine over the times of one connection.
///
/// Hummingbird's own idle timer begins anew with each byte, so that a peer that sends a header's bytes one by one holds a
/// connection for ever. Here the time for a head runs from the end of the answer before and the time for a body from its
/// head, whatever trickles in; the time for reading an answer runs while the outbound buffer is full.
struct ConnectionDeadline<Instant: InstantProtocol>: Sendable where Instant.Duration == Duration {
  /// What is waited for.
  enum Phase: Hashable, Sendable {
    case head, body, answer
  }

  private let limits: ServerLimits
  private(set) var phase = Phase.head
  private var phaseEnd: Instant?
  private var stallEnd: Instant?
  /// Whether the whole answer went out before the request had come to its end.
  private var isAnswered = false

  /// A connection that is open since `now`.
  init(_ limits: ServerLimits, now: Instant) {
    self.limits = limits
    phaseEnd = now.advanced(by: limits.headTime)
  }

  /// When the connection is to be closed; nil while it owes nothing.
  var end: Instant? {
    switch (phaseEnd, stallEnd) {
    case (let phase?, let stall?): min(phase, stall)
    case (let phase, let stall): phase ?? stall
    }
  }

  /// A request's head has come.
  mutating func headRead(now: Instant) {
    phase = .body
    isAnswered = false
    phaseEnd = now.advanced(by: limits.bodyTime)
  }

  /// A request has come to its end.
  mutating func requestRead(now: Instant) {
    guard phase == .body else { return }
    if isAnswered {
      awaitHead(now)
    } else {
      phase = .answer
      phaseEnd = nil
    }
  }

  /// The last part of an answer has been written.
  mutating func answerWritten(now: Instant) {
    switch phase {
    case .answer: awaitHead(now)
    case .body: isAnswered = true
    case .head: break
    }
  }

  /// The outbound buffer has become full, or has room again.
  mutating func writability(isWritable: Bool, now: Instant) {
    stallEnd = isWritable ? nil : stallEnd ?? now.advanced(by: limits.writeTime)
  }

  private mutating func awaitHead(_ now: Instant) {
    phase = .head
    phaseEnd = now.advanced(by: limits.headTime)
  }
}

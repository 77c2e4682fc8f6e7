import HTTPTransport

/// What a stream has seen, and what to do when its connection ends.
///
/// Pure: times are durations it answers with, chance comes from the policy.
struct StreamResumption: Sendable {
  /// What to do with an event that came.
  enum Receipt: Equatable {
    /// It is new; `seq` is nil for one that is not stored.
    case deliver(seq: Int?)
    /// It was seen before.
    case duplicate
  }

  /// How a connection ended, or why there was none.
  enum Ending {
    /// It ended, cleanly or not, or could not be made.
    case lost(TransportError?)
    /// An answer other than a stream.
    case refused(CoachClientError, status: Int, retryAfter: Duration?)
    /// The server says that nothing more will come (204).
    case over
  }

  /// What to do then.
  enum Next {
    /// Wait, then ask for what comes after ``StreamResumption/lastSeq``.
    case reconnect(after: Duration)
    /// The stream is complete.
    case finish
    /// It cannot be completed.
    case fail(CoachClientError)
  }

  /// The place of the last event delivered; a reconnect asks for the next.
  private(set) var lastSeq: Int
  private(set) var isTerminated = false

  private let policy: ReconnectPolicy
  private let firstSeq: Int
  private var fingerprints: [UInt64] = []
  private var attempt = 0
  private var serverRetry: Duration?

  init(after seq: Int, policy: ReconnectPolicy) {
    lastSeq = max(0, seq)
    firstSeq = max(0, seq)
    self.policy = policy
  }

  /// Notes the wait the server asks for between connections.
  mutating func noteRetry(milliseconds: Int?) {
    if let milliseconds { serverRetry = .milliseconds(min(milliseconds, 1_000_000_000)) }
  }

  /// Places an event among those seen.
  ///
  /// - Throws: `gap`, `out_of_order`, `conflicting_event`, or `malformed_answer` for an id that is no number.
  mutating func receive(_ event: ServerSentEvent, isTerminal: Bool) throws(CoachClientError) -> Receipt {
    guard let id = event.id, !id.isEmpty else {
      attempt = 0
      return .deliver(seq: nil)
    }
    guard let seq = Int(id), seq > 0 else {
      throw CoachClientError(.malformedAnswer, "The id of an event is not a positive integer.")
    }
    let fingerprint = Self.fingerprint(event)
    guard seq > lastSeq else {
      try checkRepeat(seq, fingerprint)
      return .duplicate
    }
    guard seq - lastSeq == 1 else {
      throw CoachClientError(.gap, "Event \(seq) came after event \(lastSeq): those between are missing.")
    }
    lastSeq = seq
    fingerprints.append(fingerprint)
    attempt = 0
    isTerminated = isTerminal
    return .deliver(seq: seq)
  }

  /// What to do when a connection has ended.
  mutating func next(_ ending: Ending) -> Next {
    if isTerminated { return .finish }
    switch ending {
    case .over: return .finish
    case .lost(let error):
      if let error, !Self.isPassing(error) { return .fail(Self.failure(error)) }
      return retry(after: nil, cause: error)
    case .refused(let error, let status, let retryAfter):
      guard status == 429 || (500..<600).contains(status) else { return .fail(error) }
      return retry(after: retryAfter, cause: error)
    }
  }

  private mutating func retry(after retryAfter: Duration?, cause: (any Error)?) -> Next {
    if let attempts = policy.attempts, attempt >= attempts {
      return .fail(
        CoachClientError(
          .retriesExhausted, "\(attempt) tries to reconnect brought no event after \(lastSeq).", cause: cause)
      )
    }
    defer { attempt += 1 }
    return .reconnect(
      after: policy.delay(attempt: attempt, serverRetry: serverRetry, retryAfter: retryAfter))
  }

  private func checkRepeat(_ seq: Int, _ fingerprint: UInt64) throws(CoachClientError) {
    guard seq > firstSeq else {
      throw CoachClientError(.outOfOrder, "Event \(seq) came, but the stream was to begin after \(firstSeq).")
    }
    guard fingerprints[seq - firstSeq - 1] == fingerprint else {
      throw CoachClientError(.conflictingEvent, "Event \(seq) came again with another payload.")
    }
  }

  /// Whether another try may succeed where this one failed.
  static func isPassing(_ error: TransportError) -> Bool {
    [.couldNotConnect, .timedOut, .closed].contains(error.code)
  }

  static func failure(_ error: TransportError) -> CoachClientError {
    CoachClientError(error.code == .cancelled ? .cancelled : .transport, error.message, cause: error)
  }

  /// FNV-1a over type and data: it only tells two payloads of one number apart.
  private static func fingerprint(_ event: ServerSentEvent) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in event.type.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xff) &* 0x100_0000_01b3
    for byte in event.data.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

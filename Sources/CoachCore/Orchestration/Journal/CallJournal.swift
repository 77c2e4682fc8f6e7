import JSONKit

/// The calls of a session: each is written down before it is made and again when it has come back.
///
/// A session that is resumed reads what was written: a call that came back is never made again, neither one that brought
/// a result nor one that failed; a call that was in flight is made again and reported, since it may be paid for twice.
actor CallJournal {
  /// How a call begins.
  enum Start: Sendable {
    /// It came back before with this.
    case result(JSONValue)
    /// It came back before with this error.
    case failure(CoachError)
    /// It is to be made.
    case fresh(key: String)
    /// It is to be made, and may have been made before: then nobody wrote down what became of it.
    ///
    /// - Parameter lost: the key of the try that was in flight.
    case repeated(lost: String, key: String)
  }

  private let store: any CoachStore
  private let session: String
  private let principal: Principal
  private let clock: RunClock
  private let control: RunControl
  private let earlier: [String: JournalEntry]
  private var tries: [String: Int] = [:]
  private var overdue: Set<String> = []
  private var results: [String: JSONValue] = [:]

  /// - Parameter earlier: what an interrupted run of the session wrote; empty for a new one.
  init(
    store: any CoachStore, session: String, principal: Principal, clock: RunClock, control: RunControl,
    earlier: [JournalEntry]
  ) {
    self.store = store
    self.session = session
    self.principal = principal
    self.clock = clock
    self.control = control
    self.earlier = Dictionary(earlier.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Begins the next try of a call.
  ///
  /// A try that was in flight when the session was interrupted stays in the journal as it is, and a new one follows
  /// it: ``write(_:)`` has to be called for that one, once it has been told that the call may be paid for twice.
  ///
  /// - Throws: `CoachError` with code `store_failed`, also for an entry that cannot be read; `CancellationError` when
  ///   the call would have to be made and somebody has asked in the store for the session to be cancelled.
  func begin(_ call: JournaledCall) async throws -> Start {
    if let result = results[call.key] { return .result(result) }
    var lost: String?
    while true {
      let key = nextTry(of: call)
      guard let entry = earlier[key] else {
        try heedCancel()
        if let lost { return .repeated(lost: lost, key: key) }
        try await write(key, call.kind)
        return .fresh(key: key)
      }
      switch entry.state {
      case .intent: lost = key
      case .result:
        let result = try read(entry)
        results[call.key] = result
        return .result(result)
      case .failure: return .failure(try error(of: entry))
      }
    }
  }

  /// Another process that is asked to cancel the session has only the store to say so in.
  private func heedCancel() throws {
    guard try store.isCancelRequested(session: session, as: principal) else { return }
    control.cancel()
    throw CancellationError()
  }

  /// Writes down that a call is about to be made.
  func write(_ key: String, _ kind: JournaledCall.Kind) async throws {
    try await store.begin(
      JournalEntry(key: key, kind: kind.rawValue, state: .intent), session: session, at: clock.timestamp(),
      as: principal)
  }

  /// What a call brought, in this run or before it was interrupted; nil when it is not known to have come back.
  func result(of call: JournaledCall) throws -> JSONValue? {
    if let result = results[call.key] { return result }
    var number = 1
    while let entry = earlier["\(call.key)#\(number)"] {
      if entry.state == .result { return try read(entry) }
      number += 1
    }
    return nil
  }

  private func nextTry(of call: JournaledCall) -> String {
    tries[call.key, default: 0] += 1
    return "\(call.key)#\(tries[call.key] ?? 1)"
  }

  // MARK: What is no call

  /// What a session began with: made once, and the same again when the session is resumed.
  func keep(_ key: String, _ value: JSONValue) async throws {
    guard earlier[key]?.state != .result else { return }
    if earlier[key] == nil { try await write(key, .session) }
    try await store.end(key, state: .result, payload: value.compact(), session: session, as: principal)
  }

  /// Whether an attempt of a task ran out of time.
  func wasOverdue(_ task: String, attempt: Int) -> Bool {
    let key = Self.attemptKey(task, attempt)
    return overdue.contains(key) || earlier[key] != nil
  }

  /// Writes down that an attempt of a task ran out of time, so that it does so again when the session is resumed.
  func noteOverdue(_ task: String, attempt: Int) async throws {
    let key = Self.attemptKey(task, attempt)
    guard earlier[key] == nil, overdue.insert(key).inserted else { return }
    try await write(key, .task)
  }

  private static func attemptKey(_ task: String, _ attempt: Int) -> String { "\(task)/deadline#\(attempt)" }

  // MARK: How a call ends

  /// Writes down what a call brought; `text` is the result as compact JSON.
  func end(_ key: String, _ result: JSONValue, text: String) async throws {
    try await store.end(key, state: .result, payload: text, session: session, as: principal)
    results[JournalEntry.call(of: key)] = result
  }

  /// Writes down why a call failed.
  func end(_ key: String, _ error: CoachError) async throws {
    let payload: JSONValue = ["code": .string(error.code.description), "message": .string(error.message)]
    try await store.end(key, state: .failure, payload: payload.compact(), session: session, as: principal)
  }

  private func error(of entry: JournalEntry) throws -> CoachError {
    let error = try read(entry)
    return CoachError(
      error["code"]?.string.flatMap(CoachError.Code.init) ?? .modelFailed,
      error["message"]?.string ?? "the call failed")
  }

  private func read(_ entry: JournalEntry) throws -> JSONValue {
    do {
      return try JSONValue(parsing: entry.payload)
    } catch {
      throw CoachError(.storeFailed, "the journal entry \(entry.key) cannot be read", cause: error)
    }
  }
}

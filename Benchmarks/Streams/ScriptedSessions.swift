import CoachCore
import CoachService
import Foundation
import JSONKit

/// Sessions whose events are written by a script instead of a coach's thinking, straight to the store and the hub.
struct ScriptedSessions: Sendable {
  /// One session and whose it is.
  struct Session: Sendable {
    let id: String
    let owner: Principal
  }

  let sessions: [Session]
  private let store: SQLiteCoachStore
  private let events: Int
  /// Bytes of an event's own data as JSON.
  private let bytes: Int

  /// Begins the sessions in the store, each of a user of its own.
  init(users: [String], store: SQLiteCoachStore, events: Int, bytes: Int) async throws {
    self.store = store
    self.events = events
    self.bytes = bytes
    var sessions: [Session] = []
    for (place, user) in users.enumerated() {
      let session = Session(
        id: RunIdentity(seed: UInt64(place), scope: ["benchmark"]).uuid("session"),
        owner: Principal(user: user))
      let stored = StoredSession(
        id: session.id, trigger: .onDemand, engineVersion: "benchmark", promptHash: "none",
        seed: UInt64(place), startedAt: RunClock.system.timestamp())
      try await store.createSession(stored, as: session.owner)
      sessions.append(session)
    }
    self.sessions = sessions
  }

  /// Writes all events of all sessions, for streams that replay them.
  func writeAll() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in sessions {
        group.addTask {
          for seq in 1...events { try await write(event(seq, of: session), of: session) }
        }
      }
      try await group.waitForAll()
    }
  }

  /// Makes an event of each session every `pace`, durable before it is told, the sessions spread evenly over the pace.
  func tell(_ hub: EventHub, every pace: Duration) async throws {
    let pacer = Pacer(sessions: sessions.count, events: events, pace: pace)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (session, beats) in zip(sessions, pacer.beats) {
        group.addTask {
          var seq = 0
          for await _ in beats {
            seq += 1
            let event = try event(seq, of: session)
            try await write(event, of: session)
            hub.publish(.event(event))
          }
          hub.close(session.id)
        }
      }
      pacer.start()
      try await group.waitForAll()
    }
  }

  private func write(_ event: CoachEvent, of session: Session) async throws {
    guard event.type.isTerminal else { return try await store.append(event, as: session.owner) }
    let ending = SessionEnding(
      outcome: .completed, usage: TokenUsage(calls: 0, inputTokens: 0, outputTokens: 0, estimated: false),
      errorCode: nil, endedAt: event.timestamp)
    try await store.finish(with: event, ending: ending, as: session.owner)
  }

  private func event(_ seq: Int, of session: Session) throws -> CoachEvent {
    var data: JSONObject = ["at": .number(JSONNumber(Int(Streams.nanoseconds()))), "pad": ""]
    let missing = bytes - JSONValue.object(data).compact().utf8.count
    guard missing >= 0 else { throw BenchmarkError("an event's data has at least \(bytes - missing) bytes") }
    data["pad"] = .string(String(repeating: "x", count: missing))
    return CoachEvent(
      seq: seq, session: session.id, timestamp: RunClock.system.timestamp(),
      type: seq == events ? .sessionCompleted : .toolResult, data: data)
  }
}

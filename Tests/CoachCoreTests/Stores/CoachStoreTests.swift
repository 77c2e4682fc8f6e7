import Foundation
import JSONKit
import Testing

@testable import CoachCore

@Suite("Coach store")
struct CoachStoreTests {
  private let asha = Principal(user: "u1")
  private let ravi = Principal(user: "u2")

  private func session(_ id: String) -> StoredSession {
    StoredSession(
      id: id, trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: .max,
      startedAt: "2026-08-14T00:00:00.000Z")
  }

  private func event(_ seq: Int, of session: String, _ type: CoachEvent.Kind = .sessionStarted) -> CoachEvent
  {
    CoachEvent(
      seq: seq, session: session, timestamp: "2026-08-14T00:00:00.000Z", type: type,
      data: ["node": "goal_insights", "text": "₹ \"q\" \u{1F600}"])
  }

  private func insight(_ topic: String, id: String) throws -> Insight {
    try JSONValueDecoder().decode(
      Insight.self,
      from: [
        "schema": "insight/1", "id": .string(id), "agent": "goal_insights", "scope": "goal",
        "scope_ref": "g1",
        "topic_key": .string(topic), "severity": "info", "title": "t", "body_md": "b", "claims": [],
        "citations": [], "assumptions": [], "caveats": [], "disclaimers": [], "as_of": "2026-08-14",
        "language": "en",
      ])
  }

  @Test("sessions, events and insights come back as they were written")
  func roundTrip() async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await store.createSession(session("s1"), as: asha)
    try await store.append(event(1, of: "s1"), as: asha)
    try await store.append(event(2, of: "s1", .toolResult), as: asha)
    try store.save(try insight("goal:g1:gap:close", id: "i1"), session: "s1", as: asha)
    #expect(try store.session("s1", as: asha) == session("s1"))
    #expect(
      try store.events(session: "s1", after: 0, as: asha) == [
        event(1, of: "s1"), event(2, of: "s1", .toolResult),
      ])
    #expect(try store.events(session: "s1", after: 1, as: asha).map(\.seq) == [2])
    #expect(try store.insights(session: "s1", as: asha) == [try insight("goal:g1:gap:close", id: "i1")])
    #expect(try store.recommendations(session: "s1", as: asha).isEmpty)
  }

  @Test("a session ends once, with its usage")
  func ends() async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await store.createSession(session("s1"), as: asha)
    let usage = TokenUsage(calls: 2, inputTokens: 30, outputTokens: 4, estimated: true)
    let ending = SessionEnding(
      outcome: .failed, usage: usage, errorCode: "finance", endedAt: "2026-08-14T00:00:01.000Z")
    try store.finishSession("s1", ending: ending, as: asha)
    let stored = try #require(try store.session("s1", as: asha))
    #expect(stored.status == .failed)
    #expect(stored.ending == ending)
    let error = #expect(throws: CoachError.self) { try store.finishSession("s1", ending: ending, as: asha) }
    #expect(error?.code == .conflict)
  }

  @Test("events have neither gap nor repeat", arguments: [0, 2, 3, -1])
  func gapless(seq: Int) async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await store.createSession(session("s1"), as: asha)
    let error = await #expect(throws: CoachError.self) {
      try await store.append(event(seq, of: "s1"), as: asha)
    }
    #expect(error?.code == .conflict)
    try await store.append(event(1, of: "s1"), as: asha)
    await #expect(throws: CoachError.self) { try await store.append(event(1, of: "s1"), as: asha) }
  }

  @Test("another user's session is not there: nothing is read, written or ended in it")
  func tenancy() async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await store.createSession(session("s1"), as: asha)
    try await store.append(event(1, of: "s1"), as: asha)
    try store.save(try insight("goal:g1:gap:close", id: "i1"), session: "s1", as: asha)
    #expect(try store.session("s1", as: ravi) == nil)
    #expect(try store.events(session: "s1", after: 0, as: ravi).isEmpty)
    #expect(try store.insights(session: "s1", as: ravi).isEmpty)
    await #expect(throws: CoachError.self) { try await store.append(event(2, of: "s1"), as: ravi) }
    #expect(throws: CoachError.self) { try store.save(try insight("x:y", id: "i2"), session: "s1", as: ravi) }
    await #expect(throws: CoachError.self) { try await store.createSession(session("s1"), as: ravi) }
    let ending = SessionEnding(
      outcome: .completed, usage: TokenUsage(), errorCode: nil, endedAt: "2026-08-14T00:00:01.000Z")
    #expect(throws: CoachError.self) { try store.finishSession("s1", ending: ending, as: ravi) }
    #expect(try store.session("s1", as: asha)?.status == .running)
    #expect(try store.events(session: "s1", after: 0, as: asha).count == 1)
  }

  @Test("a topic is written once a session")
  func topics() async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await store.createSession(session("s1"), as: asha)
    try store.save(try insight("goal:g1:gap:close", id: "i1"), session: "s1", as: asha)
    let error = #expect(throws: CoachError.self) {
      try store.save(try insight("goal:g1:gap:close", id: "i2"), session: "s1", as: asha)
    }
    #expect(error?.code == .conflict)
  }

  @Test("a file keeps what was written; a file that is no database is a typed error")
  func files() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString).sqlite")
      .path
    defer {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    do {
      let store = try SQLiteCoachStore(path: path)
      try await store.createSession(session("s1"), as: asha)
    }
    #expect(try SQLiteCoachStore(path: path).session("s1", as: asha) != nil)
    let junk = path + ".junk"
    defer { try? FileManager.default.removeItem(atPath: junk) }
    try String(repeating: "not a database ", count: 100).write(
      toFile: junk, atomically: true, encoding: .utf8)
    let error = #expect(throws: CoachError.self) { try SQLiteCoachStore(path: junk) }
    #expect(error?.code == .storeFailed)
  }

  @Test("every kind of event has a phase and every phase a place in the table")
  func phases() async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await store.createSession(session("s1"), as: asha)
    for (index, type) in CoachEvent.Kind.allCases.enumerated() {
      try await store.append(event(index + 1, of: "s1", type), as: asha)
    }
    #expect(try store.events(session: "s1", after: 0, as: asha).map(\.type) == CoachEvent.Kind.allCases)
  }
}

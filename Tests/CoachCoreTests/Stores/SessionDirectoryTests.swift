import Testing

@testable import CoachCore

@Suite("Session directory")
struct SessionDirectoryTests {
  @Test("open sessions are those of all users that have not ended, the oldest first")
  func openSessions() async throws {
    let store = try SQLiteCoachStore.inMemory()
    let sessions: [(String, String, CoachRequest.Trigger)] = [
      ("b", "u1", .onDemand), ("a", "u2", .scheduled), ("c", "u1", .dataChange), ("d", "u2", .onDemand),
    ]
    for (index, (id, user, trigger)) in sessions.enumerated() {
      try await store.createSession(
        StoredSession(
          id: id, trigger: trigger, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t\(index)",
          scope: ["x", "₹ \"y\""]), as: Principal(user: user))
    }
    let ending = SessionEnding(outcome: .completed, usage: .init(), errorCode: nil, endedAt: "t9")
    try store.finishSession("c", ending: ending, as: Principal(user: "u1"))
    #expect(try store.openSessions().map(\.session) == ["b", "a", "d"])
    #expect(try store.openSessions().map(\.user) == ["u1", "u2", "u2"])
    #expect(try store.openSessions().map(\.trigger) == [.onDemand, .scheduled, .onDemand])
    #expect(try store.session("a", as: Principal(user: "u2"))?.scope == ["x", "₹ \"y\""])
  }

  @Test("a session and what it begins with are kept together or not at all; old rows have no identity")
  func opening() async throws {
    let file = TemporaryStore()
    let (asha, ravi) = (Principal(user: "u1"), Principal(user: "u2"))
    let opening = JournalEntry(key: "session/opening#1", kind: "session", state: .result, payload: "{}")
    let session = StoredSession(
      id: "s1", trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t")
    let store = try file.open()
    try await store.createSession(session, opening: opening, as: asha)
    #expect(try store.journal(session: "s1", as: asha) == [opening])
    let wrong = JournalEntry(key: "k", kind: "nothing", state: .result)
    let second = StoredSession(
      id: "s2", trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t")
    await #expect(throws: CoachError.self) { try await store.createSession(second, opening: wrong, as: asha) }
    #expect(try store.session("s2", as: asha) == nil)
    await #expect(throws: CoachError.self) {
      try await store.createSession(session, opening: opening, as: ravi)
    }
    #expect(try store.journal(session: "s1", as: ravi).isEmpty)
  }
}

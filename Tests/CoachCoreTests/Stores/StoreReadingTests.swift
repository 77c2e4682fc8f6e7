import JSONKit
import Testing

@testable import CoachCore

/// What the API reads: events as they were written, and pages that stay put while artifacts come.
@Suite("Reading for the API")
struct StoreReadingTests {
  private let asha = Principal(user: "u1")
  private let ravi = Principal(user: "u2")

  private func begin(_ id: String, in store: SQLiteCoachStore, as owner: Principal, at time: String = "t")
    async throws
  {
    try await store.createSession(
      StoredSession(
        id: id, trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: time), as: owner)
  }

  private func insight(_ number: Int, of session: String) throws -> Insight {
    try JSONValueDecoder().decode(
      Insight.self,
      from: [
        "schema": "insight/1", "id": .string("\(session)-i\(number)"), "agent": "goal_insights",
        "scope": "goal", "scope_ref": "g1", "topic_key": .string("goal:g\(number):gap:close"),
        "severity": "info", "title": "t", "body_md": "b", "claims": [], "citations": [], "assumptions": [],
        "caveats": [], "disclaimers": [], "as_of": "2026-08-14", "language": "en",
      ])
  }

  private func recommendation(_ number: Int, of session: String) throws -> Recommendation {
    try JSONValueDecoder().decode(
      Recommendation.self,
      from: [
        "schema": "recommendation/1", "id": .string("\(session)-r\(number)"), "kind": "no_action",
        "topic_key": .string("goal:g\(number):advice:no_action"), "priority": 5, "rationale_md": "why",
        "actions": [],
        "suitability": [
          "profile": "moderate", "horizon_months": 60, "rules_passed": [], "rules_blocked": [],
        ],
        "citations": [], "disclaimers": [], "expires_at": "t", "status": "proposed",
      ])
  }

  @Test("an event's payload is handed on byte for byte, in slices by number")
  func texts() async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await begin("s1", in: store, as: asha)
    #expect(try store.lastSeq(session: "s1", as: asha) == 0)
    let data: JSONObject = ["z": 1.50, "a": "₹ \"q\" \n\u{1F600}\u{2028}", "node": "qa_citation"]
    for seq in 1...7 {
      try await store.append(
        CoachEvent(seq: seq, session: "s1", timestamp: "t\(seq)", type: .toolResult, data: data), as: asha)
    }
    let texts = try store.eventTexts(session: "s1", after: 2, limit: 3, as: asha)
    #expect(texts.map(\.seq) == [3, 4, 5] && texts.map(\.timestamp) == ["t3", "t4", "t5"])
    #expect(texts.allSatisfy { $0.type == .toolResult && $0.data == JSONValue.object(data).compact() })
    // A line of an event stream holds it as it is.
    #expect(texts.allSatisfy { !$0.data.utf8.contains(10) && !$0.data.utf8.contains(13) })
    #expect(try store.lastSeq(session: "s1", as: asha) == 7)
    #expect(try store.eventTexts(session: "s1", after: 7, limit: 3, as: asha).isEmpty)
    #expect(try store.eventTexts(session: "s1", after: .max, limit: .max, as: asha).isEmpty)
    #expect(try store.eventTexts(session: "s1", after: .min, limit: .max, as: asha).count == 7)
    #expect(try store.eventTexts(session: "s1", after: 0, limit: -1, as: asha).isEmpty)
  }

  @Test("walking the pages while artifacts come brings each that was there once, the latest first")
  func pages() async throws {
    let store = try SQLiteCoachStore.inMemory()
    var random = SplitMix(seed: 7)
    var written: [String] = []
    var next = 0
    func publish(_ count: Int) async throws {
      for _ in 0..<count {
        next += 1
        let session = "s\(next)"
        // Another investor's come in between, and are nobody's business here.
        for (id, owner) in [(session, asha), ("r" + session, ravi)] {
          try await begin(id, in: store, as: owner)
          try store.save(try insight(1, of: id), session: id, as: owner)
          try store.save(try recommendation(1, of: id), session: id, as: owner)
        }
        written += ["\(session)-i1", "\(session)-r1"]
      }
    }
    try await publish(40)
    let expected = Array(written.reversed())
    var walked: [String] = []
    var cursor: ArtifactCursor?
    while true {
      let limit = Int.random(in: 1...7, using: &random)
      let page = try store.publishedArtifacts(session: nil, after: cursor, limit: limit, as: asha)
      guard let last = page.last else { break }
      walked += page.compactMap { $0.artifact["id"]?.string }
      // A client keeps the cursor as a text.
      let kept: ArtifactCursor = try #require(ArtifactCursor(last.cursor.description))
      cursor = kept
      try await publish(Int.random(in: 0...2, using: &random))
    }
    #expect(walked == expected)
    #expect(try store.publishedArtifacts(session: nil, after: nil, limit: 1, as: asha).count == 1)
    let own = try store.publishedArtifacts(session: "s3", after: nil, limit: 9, as: asha)
    #expect(own.compactMap { $0.artifact["id"]?.string } == ["s3-r1", "s3-i1"])
    #expect(own.map(\.status) == [.proposed, nil] && own.allSatisfy { $0.feedback == nil })
    #expect(try store.publishedArtifacts(session: nil, after: nil, limit: -1, as: asha).isEmpty)
  }

  @Test(
    "a cursor is one text, and anything else is none",
    arguments: [
      "", "a", "a0", "a-1", "a01", "a+1", "a1 ", "b1", "a99999999999999999999", "1", "a१",
    ])
  func cursors(text: String) {
    #expect(ArtifactCursor(text) == nil)
    #expect(ArtifactCursor("a17")?.description == "a17")
  }

  @Test("what an earlier version published is numbered by session, insights first")
  func migrated() async throws {
    let file = TemporaryStore()
    do {
      let old = try SQLiteCoachStore(path: file.path, version: .identity)
      for (session, time) in [("s2", "2026-08-15"), ("s1", "2026-08-14")] {
        try await begin(session, in: old, as: asha, at: time)
        try old.write("as version 6 did") { db in
          for number in 1...2 {
            try LegacyArtifacts.insert(try insight(number, of: session), number, session, "u1", db)
            try LegacyArtifacts.insert(try recommendation(number, of: session), number, session, "u1", db)
          }
        }
      }
    }
    let store = try file.open()
    let page = try store.publishedArtifacts(session: nil, after: nil, limit: 99, as: asha)
    #expect(
      page.compactMap { $0.artifact["id"]?.string } == [
        "s2-r2", "s2-r1", "s2-i2", "s2-i1", "s1-r2", "s1-r1", "s1-i2", "s1-i1",
      ])
    #expect(page.map(\.cursor.position) == Array((1...8).reversed()))
    try store.save(try insight(3, of: "s1"), session: "s1", as: asha)
    let first = try store.publishedArtifacts(session: nil, after: nil, limit: 1, as: asha)
    #expect(first.map(\.cursor.position) == [9])
  }
}

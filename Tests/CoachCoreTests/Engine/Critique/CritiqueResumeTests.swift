import JSONKit
import Testing

@testable import CoachCore

/// A session that broke off between a critique and the repair it asked for ends as it would have.
@Suite("Critique and resumption")
struct CritiqueResumeTests {
  @Test(
    "resumed, it gives the record of the run that was never interrupted",
    arguments: ["composer", "faulty:critique_repair", "faulty:critique_throws"])
  func resumed(critique: String) async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F03")
    var request = fixture.request(snapshot, model: "faulty:buried_point")
    request.options.critique = critique
    let identity = RunIdentity(seed: 1, scope: ["F03"])
    let engine = CoachEngine(fixture.configuration)
    let whole = try await engine.run(
      request, snapshot: snapshot, identity: identity, store: try SQLiteCoachStore.inMemory())
    let keys = ["@0/critique/", "@1/", "/critique/"]
    for (place, part) in keys.enumerated() {
      let store = try SQLiteCoachStore.inMemory()
      let broken = CrashingStore(store) { $0.contains(part) && (place < 2 || $0.hasPrefix("recommendation")) }
      do {
        _ = try await engine.run(request, snapshot: snapshot, identity: identity, store: broken)
      } catch {
        #expect((error as? CoachError)?.code == .storeFailed)
        let resumed = try await engine.resume(request, snapshot: snapshot, identity: identity, store: store)
        #expect(try resumed.canonical() == whole.canonical(), "\(part)")
        continue
      }
      // Nothing was to be repaired, so nothing broke.
      #expect(part == "@1/" && critique == "faulty:critique_throws")
    }
  }

  @Test("a critique has a place of its own in the journal, beside the draft it is about")
  func keys() async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F03")
    var request = fixture.request(snapshot)
    request.options.critique = "faulty:critique_repair"
    let store = try SQLiteCoachStore.inMemory()
    let identity = RunIdentity(seed: 1, scope: ["F03"])
    let record = try await CoachEngine(fixture.configuration).run(
      request, snapshot: snapshot, identity: identity, store: store)
    let keys = try store.journal(session: record.session, as: Principal(user: request.user)).map(\.key)
    for writer in record.writers {
      for part in ["@0/", "@0/critique/", "@1/"] {
        #expect(keys.contains { $0.contains("/\(writer.topicKey)\(part)") }, "\(writer.topicKey)\(part)")
      }
    }
  }
}

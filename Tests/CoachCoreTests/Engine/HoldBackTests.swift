import Finance
import JSONKit
import Synchronization
import Testing

@testable import CoachCore

/// Nothing leaves before its rail, whole or in sentences.
@Suite("Hold-back")
struct HoldBackTests {
  private func signals(
    _ name: String, model: String = "composer", delivery: CoachRequest.Delivery
  ) async throws -> [CoachSignal] {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot(name)
    var request = fixture.request(snapshot, model: model)
    request.options.delivery = delivery
    var heard: [CoachSignal] = []
    let stream = CoachEngine(fixture.configuration).signals(
      request, snapshot: snapshot, identity: RunIdentity(seed: 1, scope: [name]),
      store: try SQLiteCoachStore.inMemory())
    for try await signal in stream { heard.append(signal) }
    return heard
  }

  @Test("events are heard in order, and sentences only by request")
  func order() async throws {
    let heard = try await signals("F03", delivery: .whole)
    let events = heard.compactMap { if case .event(let event) = $0 { event } else { nil } }
    #expect(events.count == heard.count)
    #expect(events.map(\.seq) == Array(1...events.count))
    #expect(events.last?.type == .sessionCompleted)
  }

  @Test("the sentences of an accepted draft are its artifact's, heard before it")
  func sentences() async throws {
    let heard = try await signals("F03", delivery: .sentences)
    for (place, signal) in heard.enumerated() {
      guard case .event(let event) = signal, event.type == .artifactInsight,
        let topic = event.data["topic_key"]?.string, let body = event.data["artifact"]?["body_md"]?.string
      else { continue }
      let before = heard[..<place].compactMap {
        if case .text(let delta) = $0, delta.topicKey == topic { delta } else { nil }
      }
      #expect(before.map(\.index) == Array(0..<before.count))
      #expect(before.map(\.text).joined(separator: " ") == body)
    }
    #expect(heard.contains { if case .text = $0 { true } else { false } })
  }

  @Test("a sentence with an invented number is never shown, nor any after it", arguments: UInt64(1)...5)
  func held(seed: UInt64) async throws {
    let heard = try await signals("F03", model: "faulty:invent_number", delivery: .sentences)
    let shown = heard.compactMap { if case .text(let delta) = $0 { delta } else { nil } }
    let grounding = try await EngineFixture().run("F03")
    let truth =
      (grounding.artifacts.insights.map(\.bodyMarkdown)
      + grounding.artifacts.recommendations.map(\.rationaleMarkdown)).joined(separator: "\n")
    for delta in shown where delta.text.contains("₹") {
      #expect(truth.contains(delta.text), "\(delta.text) was shown and is not true")
    }
  }

  @Test("nothing is released of a completion that is no draft")
  func noDraft() throws {
    let pipeline = GuardrailPipeline.standard(draftSchema: try ContractSchemas().draft)
    let brief = try SampleFacts.brief([])
    let release = SentenceRelease(pipeline: pipeline)
    for text in [
      "", "{}", "Returns are guaranteed.", #"{"title":"x"}"#, String(repeating: "a", count: 100_000),
    ] {
      #expect(release.sentences(of: text, brief: brief).isEmpty)
    }
  }
}

import CoachCore
import Finance
import Foundation
import JSONKit
import Testing

/// The personal data of F26 reaches no prompt, event or record, in whatever form it is written.
@Suite("Personal data")
struct PersonalDataTests {
  /// What a form of writing cannot hide: everything but letters and digits gone, compatibility forms folded.
  private func folded(_ text: String) -> String {
    String(
      text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }.map(Character.init))
  }

  private func words(_ text: String) -> Set<String> {
    Set(
      text.precomposedStringWithCompatibilityMapping.lowercased().split { !$0.isLetter && !$0.isNumber }
        .map(String.init))
  }

  private func secrets() throws -> [String] {
    let portfolio = try Portfolio(json: try ProjectFolder.json("fixtures/portfolios/F26.json"))
    // Forbidden holds the personal strings and a few claims; only strings of the person's own are secrets.
    let source = try String(
      contentsOf: ProjectFolder.root.appending(path: "fixtures/portfolios/F26.json"), encoding: .utf8)
    let body = source.prefix(upTo: try #require(source.range(of: "\"expected\"")).lowerBound)
    return portfolio.expected.forbidden.filter { body.contains($0) }
  }

  @Test("the secrets are in the fixture, and nowhere in the record")
  func record() async throws {
    let secrets = try secrets()
    #expect(secrets.count >= 10)
    for model in ["composer", "faulty:invent_number"] {
      let record = try await EngineFixture().run("F26", model: model)
      let json = try JSONValueEncoder().encode(record).compact()
      let (text, words) = (folded(json), words(json))
      for secret in secrets where folded(secret).count >= 4 {
        // Without its spaces "above equity" holds a short name; a short secret has to be a word.
        let isThere =
          folded(secret).count < 6 ? words.contains(folded(secret)) : text.contains(folded(secret))
        #expect(!isThere, "\(secret)")
      }
      #expect(!record.calls.isEmpty)
    }
  }

  @Test("goal names never reach a prompt")
  func goalNames() async throws {
    for name in EngineFixture.portfolios {
      let fixture = try EngineFixture()
      let record = try await fixture.run(name)
      let prompts = record.calls.flatMap(\.prompt.messages).map(\.text).joined()
      // A goal called by its kind ("Retirement") is no word of the investor's own.
      for goal in try fixture.snapshot(name).portfolio.goals where folded(goal.name) != goal.kind.rawValue {
        #expect(!folded(prompts).contains(folded(goal.name)), "\(name) \(goal.id)")
      }
    }
  }
}

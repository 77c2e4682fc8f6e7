import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// No name goes to a model: not of a scheme or fund house, not of the investor, not what they call their goals.
@Suite("Names in prompts")
struct PromptPrivacyTests {
  /// The words of a text in small letters, one space between and around, so that a name is found as whole words.
  private func words(_ text: String) -> String {
    let words = text.precomposedStringWithCompatibilityMapping.lowercased().split {
      !$0.isLetter && !$0.isNumber
    }
    return " \(words.joined(separator: " ")) "
  }

  @Test(
    "no draft, repair or critique prompt of any fixture holds one",
    arguments: try EngineFixture.allPortfolios())
  func names(name: String) async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot(name)
    var request = fixture.request(snapshot)
    request.options.critique = "faulty:critique_repair"
    let record = try await CoachEngine(fixture.configuration).run(
      request, snapshot: snapshot, identity: RunIdentity(seed: 1, scope: [name]),
      store: try SQLiteCoachStore.inMemory())
    #expect(Set(record.calls.map(\.purpose)) == Set(ModelCall.Purpose.allCases))
    let prompts = words(record.calls.flatMap(\.prompt.messages).map(\.text).joined(separator: "\n"))
    let schemes = try ProjectFolder.json("fixtures/schemes.json")["schemes"]?.array ?? []
    let funds = schemes.flatMap { [$0["name"]?.string, $0["amc"]?.string] }.compactMap { $0 }
    #expect(funds.count >= 60)
    let privacy = try SnapshotInputs(snapshot).privateNames
    // A goal called by its kind ("Retirement") is no word of the investor's own.
    let goals = snapshot.portfolio.goals.filter { words($0.name) != words($0.kind.rawValue) }.map(\.name)
    for secret in funds + privacy.schemeNames + privacy.personalValues.map(\.text) + goals {
      let isThere = words(secret).count > 2 && prompts.contains(words(secret))
      #expect(!isThere, "\(name): \(secret)")
    }
  }
}

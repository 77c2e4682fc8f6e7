import Finance
import Foundation
import JSONKit
import Testing

/// The personal data of F26 is in no file a run writes and in nothing it prints, in whatever form it is written.
@Suite("Personal data in outputs")
struct PersonalDataOutputTests {
  /// Letters and digits only, compatibility forms folded: what spacing and full-width forms cannot hide from.
  private func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  @Test(
    "none of it is anywhere, with a model that obeys and one that does not",
    arguments: ["composer", "faulty:invent_number"])
  func outputs(model: String) async throws {
    let project = try TemporaryProject()
    let fixture = try project.text("fixtures/portfolios/F26.json")
    let portfolio = try Portfolio(json: try JSONValue(parsing: fixture))
    let body = String(fixture[..<(try #require(fixture.range(of: "\"expected\"")).lowerBound)])
    let secrets = portfolio.expected.forbidden.filter { body.contains($0) && folded($0).count >= 4 }
    #expect(secrets.count >= 10, "the fixture itself holds what is looked for")

    let ended = try await WorkbenchProcess.run(
      ["run", "suites/core.yaml", "--tag", "pii", "--model", model, "--out", "out"], in: project.root)
    var outputs = [("terminal", ended.output + ended.errors)]
    for name in try FileManager.default.contentsOfDirectory(atPath: project.file("out").path).sorted() {
      outputs.append((name, try project.text("out/\(name)")))
    }
    #expect(outputs.count == 6)
    for (name, text) in outputs {
      let words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
      let text = folded(text)
      for secret in secrets {
        // Without its spaces "above equity" holds a short name; a short secret has to be a word.
        let isThere =
          folded(secret).count < 6 ? words.contains(folded(secret)) : text.contains(folded(secret))
        #expect(!isThere, "\(secret) in \(name)")
      }
    }
  }
}

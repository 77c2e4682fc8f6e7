import CoachCore
import JSONKit
import Scoring

/// The mutants a suite asks for: `mutants: {portfolios: …, languages: [en, hi], count: 300}`.
struct MutantExpansion: Sendable {
  /// Portfolio files, in which `*` stands for any text of the last part.
  let portfolios: [String]
  let languages: [String]
  let count: Int
  let place: SourcePlace

  /// Reads the mapping; problems are added with their places.
  init?(_ value: JSONValue, in document: YAMLDocument, _ problems: inout [InputProblem]) {
    let before = problems.count
    let pointer = JSONPointer(tokens: ["mutants"])
    guard
      let fields = SuiteFields(
        value, at: pointer, in: document, allowed: ["portfolios", "languages", "count"], problems: &problems)
    else { return nil }
    place = document.keyPlace(pointer)
    portfolios =
      fields["portfolios"]?.string == nil
      ? fields.texts("portfolios", &problems) ?? []
      : fields.text("portfolios", &problems).map { [$0] } ?? []
    if portfolios.isEmpty, problems.count == before {
      problems.append(
        InputProblem(
          place, "no portfolios are named", remedy: "write `portfolios: fixtures/portfolios/*.json`"))
    }
    languages = fields.texts("languages", &problems) ?? MutantExpansion.languages
    for (index, language) in languages.enumerated() where !MutantExpansion.languages.contains(language) {
      problems.append(
        InputProblem(
          document.place(pointer.appending("languages").appending(index)),
          "prose is not written in \"\(language)\"",
          remedy: Suggestion.remedy(for: language, among: MutantExpansion.languages)))
    }
    // Fewer than there are operators would leave some out, and nobody would see which.
    count =
      fields.count("count", in: FaultOperator.all.count...20_000, &problems) ?? MutantPlan.standardCount
    guard problems.count == before else { return nil }
  }

  static let languages = ["en", "hi"]
}

/// What one mutant, or one twin, is run on.
struct MutantRun: Sendable {
  let portfolio: String
  let agent: String
  let topic: String
  /// `faulty:<operator>@<place>` or `twin:<operator>@<place>`.
  let model: String
  let rail: String
  let operatorName: String
  let isTwin: Bool
  let given: GivenFacts
}

import CoachCore
import Finance
import JSONKit
import Scoring

/// The texts a suite plants: `injections: {file: …, portfolio: …, fields: […], reference: …}`.
struct InjectionExpansion: Sendable {
  /// The project's own list, `injections/1`.
  let file: String
  /// The portfolio they are planted in.
  let portfolio: String
  let fields: [FreeTextField]
  /// A list under `COACH_REFERENCE_DIR`, read when that is set.
  let reference: String?
  let place: SourcePlace

  /// Reads the mapping; problems are added with their places.
  init?(_ value: JSONValue, in document: YAMLDocument, _ problems: inout [InputProblem]) {
    let before = problems.count
    let pointer = JSONPointer(tokens: ["injections"])
    guard
      let members = SuiteFields(
        value, at: pointer, in: document, allowed: ["file", "portfolio", "fields", "reference"],
        problems: &problems)
    else { return nil }
    place = document.keyPlace(pointer)
    let file = members.requiredText("file", &problems)
    let portfolio = members.requiredText("portfolio", &problems)
    reference = members.text("reference", &problems)
    let known = FreeTextField.allCases.map(\.rawValue)
    let names = members.texts("fields", &problems) ?? known
    fields = names.compactMap(FreeTextField.init(rawValue:))
    for (index, name) in names.enumerated() where !known.contains(name) {
      problems.append(
        InputProblem(
          document.place(pointer.appending("fields").appending(index)), "no field is called \"\(name)\"",
          remedy: Suggestion.remedy(for: name, among: known)))
    }
    guard problems.count == before, let file, let portfolio else { return nil }
    self.file = file
    self.portfolio = portfolio
  }
}

/// One text planted in free-text fields.
struct InjectionRun: Sendable {
  let source: EditablePortfolio
  let fields: [FreeTextField]
  let text: String
  /// Facts and artifacts of the clean portfolio.
  let baseline: UnmovedBaseline

  var portfolio: String { source.path }

  /// The portfolio with the text in it, valued; made when it is run, so that thousands need no room.
  func snapshot() throws -> PortfolioSnapshot {
    try source.snapshot { portfolio in fields.reduce(portfolio) { $1.planting(text, in: $0) } }
  }
}

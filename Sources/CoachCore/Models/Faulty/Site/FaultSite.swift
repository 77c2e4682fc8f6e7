import JSONKit

/// What a fault is planted in: a clean draft, and what the prompt it answers offered.
struct FaultSite: Sendable {
  /// The longest body the contract allows, in Unicode scalars.
  static let longestBody = 1200
  /// The longest title.
  static let longestTitle = 80

  let draft: Draft
  /// `en` or `hi`.
  let language: String
  let facts: [OfferedFact]
  let mustCite: [String]
  /// The figures of the body in order.
  let figures: [Figure]
  /// Where a sentence can be put into the body: in front of each sentence, and at the end.
  let gaps: [String.Index]

  /// Reads a completion and the machine blocks of the prompt it answers.
  ///
  /// - Throws: `CoachError` with code `model_failed` when one of them cannot be read.
  init(completion: String, task: String) throws(CoachError) {
    guard let contractLines = MachineBlocks.lines(of: "contract", in: task),
      let factLines = MachineBlocks.lines(of: "facts", in: task),
      let contract = try? JSONValue(parsing: contractLines.joined(separator: "\n")),
      let language = contract["language"]?.string,
      let json = try? JSONValue(parsing: completion),
      let draft = try? JSONValueDecoder().decode(Draft.self, from: json)
    else {
      throw CoachError(
        .modelFailed, "a fault needs a clean draft and the <facts> and <contract> blocks of its prompt")
    }
    let facts = factLines.compactMap { line in
      (try? JSONValue(parsing: String(line))).flatMap(OfferedFact.init)
    }
    self.init(
      draft: draft, language: language, facts: facts,
      mustCite: contract["must_cite"]?.array?.compactMap(\.string) ?? [])
  }

  init(draft: Draft, language: String, facts: [OfferedFact], mustCite: [String]) {
    self.draft = draft
    self.language = language
    self.facts = facts
    self.mustCite = mustCite
    figures = Figure.figures(in: draft, facts: facts)
    gaps = Self.gaps(in: draft.bodyMarkdown)
  }

  /// The sentences, each with the space behind it.
  var sentences: [Substring] {
    zip(gaps, gaps.dropFirst()).map { draft.bodyMarkdown[$0..<$1] }
  }

  /// The figures whose words pass through a reader, with what it read.
  func figures<Reading>(_ read: (Figure) -> Reading?) -> [(figure: Figure, reading: Reading)] {
    figures.compactMap { figure in read(figure).map { (figure, $0) } }
  }

  /// How many Unicode scalars more the body may have.
  var room: Int { Self.longestBody - draft.bodyMarkdown.unicodeScalars.count }

  /// Whether no offered figure of the same unit is within a twentieth of a value, so that it can agree with none.
  func isFar(_ value: Double, where isSameUnit: (WrittenFigure) -> Bool) -> Bool {
    !facts.contains { fact in
      guard let figure = fact.figure, isSameUnit(figure) else { return false }
      return abs(figure.value - value) <= abs(value) / 20
    }
  }

  private static func gaps(in body: String) -> [String.Index] {
    guard !body.isEmpty else { return [] }
    var gaps = [body.startIndex]
    for index in body.indices where body[index].isWhitespace && index > body.startIndex {
      let next = body.index(after: index)
      guard next < body.endIndex, ".!?।".contains(body[body.index(before: index)]),
        !body[next].isWhitespace
      else { continue }
      gaps.append(next)
    }
    return gaps + [body.endIndex]
  }
}

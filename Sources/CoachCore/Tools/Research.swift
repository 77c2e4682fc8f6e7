import Finance
import JSONKit

/// Looks a question up in passages; off unless the agent's list and the session both allow it (domain rules §4.5).
///
/// What it finds is text that others wrote, so none of it becomes prose or part of a prompt. The call makes one fact,
/// the number of passages found; the passages lie in that fact's `params`, cut, folded to one plain line and scrubbed,
/// where the record shows them. Agents decide by figures, and prompts carry no `params`.
struct Research: CoachTool {
  static let name = "research"
  static let version = "1"
  static let readsOutside = true

  /// Passages of one call.
  static let passages = 5
  /// Characters of one passage.
  static let passageLength = 600

  let question: ResearchQuestion
  let language: String
  let asOf: CivilDate
  let source: any ResearchSource

  init(_ question: String, language: String, asOf: CivilDate, source: any ResearchSource) {
    self.question = ResearchQuestion(text: question)
    self.language = language
    self.asOf = asOf
    self.source = source
  }

  var arguments: JSONObject {
    ["question": .string(question.text), "language": .string(language), "source": .string(source.name)]
  }

  func problem(_ detector: PIIDetector) -> String? { question.problem(detector) }

  func run() async throws -> [Fact] {
    let found = try await source.passages(on: question.text, language: language, count: Self.passages)
    let passages: [JSONValue] = found.prefix(Self.passages).map { match in
      [
        "id": .string(match.passage.id),
        "similarity": JSONNumber(match.similarity).map { .number($0) } ?? .null,
        "text": .string(Self.plain(match.passage.text)),
      ]
    }
    let inputs: JSONValue = ["arguments": .object(arguments), "passages": .array(passages)]
    let make = try FactMaker(
      Self.self, asOf: asOf,
      params: [
        "question": .string(question.text), "source": .string(source.name), "passages": .array(passages),
      ],
      inputs: inputs, rows: [])
    let key = ContentHash.sha256(question.text).prefix(12)
    return [try make.count("research.q\(key).passages", "passages found on a question", passages.count)]
  }

  /// Text of others as one plain line: compatibility forms folded, invisible characters and markup gone, cut.
  private static func plain(_ text: String) -> String {
    let markup: Set<Unicode.Scalar> = ["<", ">", "{", "}", "[", "]", "`", "|", "\\", "#", "*"]
    var line = String.UnicodeScalarView()
    for scalar in NormalizedText(text).scalars.prefix(passageLength) {
      let isSpace = scalar == "\n" || scalar.properties.generalCategory == .control
      line.append(isSpace || markup.contains(scalar) ? " " : scalar)
    }
    return String(line).split(separator: " ").joined(separator: " ")
  }
}

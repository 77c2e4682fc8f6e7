import JSONKit

/// R1: the completion is one JSON value and nothing else, by the strict grammar, with no key twice.
public struct ParseRail: Rail {
  /// R1.
  public var id: GuardrailVerdict.Rail { .parse }

  /// Makes the rail.
  public init() {}

  /// The parser's code, line and column, or `not_an_object`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    switch subject.parsed {
    case .success(.object): return []
    case .success(let value):
      let detail = "the answer is of type \(value.typeName); answer with one JSON object"
      return [.init(code: "not_an_object", field: "", whole: subject.completion, detail: detail)]
    case .failure(let error):
      let bytes = subject.completion.utf8
      let place = bytes.index(bytes.startIndex, offsetBy: min(error.offset, bytes.count))
      let start = subject.completion.unicodeScalars[..<place].count
      let around = subject.completion.unicodeScalars[place...].prefix(20)
      return [
        .init(
          code: error.code.description, field: "", start: start, end: start + around.count,
          text: String(String.UnicodeScalarView(around)),
          detail: "\(error.message) Answer with one JSON object and nothing around it.")
      ]
    }
  }
}

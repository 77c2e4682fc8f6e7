import JSONKit

/// The members an answer must have.
struct AnswerFields {
  private let answer: JSONObject
  private let call: String

  init(_ answer: JSONObject, of call: String) {
    self.answer = answer
    self.call = call
  }

  /// A text that is not empty.
  func text(_ name: String) throws(CoachClientError) -> String {
    guard let text = answer[name]?.string, !text.isEmpty else { throw missing(name, "text") }
    return text
  }

  /// An integer.
  func integer(_ name: String) throws(CoachClientError) -> Int {
    guard let number = answer[name]?.int else { throw missing(name, "integer") }
    return number
  }

  private func missing(_ name: String, _ type: String) -> CoachClientError {
    CoachClientError(.malformedAnswer, "The answer of \(call) has no \(type) named \(name).")
  }
}

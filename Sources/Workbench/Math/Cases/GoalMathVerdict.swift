import JSONKit

/// What came of one case.
enum GoalMathVerdict {
  /// The answer is within its tolerance.
  case passed
  /// It is not; what differs, in one line.
  case failed(String)
  /// No arithmetic of this kind is known.
  case unknownKind(String)

  /// Answers a case and compares; whatever goes wrong is a failure of the case and never ends the run.
  init(_ json: JSONValue) {
    do {
      let goalCase = try GoalMathCase(json)
      guard let answer = try goalCase.answer() else {
        self = .unknownKind(goalCase.kind)
        return
      }
      let difference = goalCase.tolerance.difference(answer, goalCase.expected)
      self = difference.map { .failed("\($0) (tolerance \(goalCase.tolerance))") } ?? .passed
    } catch {
      self = .failed("\(error)")
    }
  }
}

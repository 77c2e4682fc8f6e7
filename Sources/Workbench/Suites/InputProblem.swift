/// Something wrong in what a person wrote: where, what, and what to do.
struct InputProblem: Hashable, Sendable, CustomStringConvertible {
  /// `file:line:column`, or a file where there is no line to name.
  let place: String
  /// What is wrong.
  let message: String
  /// What to do, when there is one obvious thing.
  let remedy: String?

  init(_ place: String, _ message: String, remedy: String? = nil) {
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  init(_ place: SourcePlace, _ message: String, remedy: String? = nil) {
    self.init(place.description, message, remedy: remedy)
  }

  var description: String { "\(place): \(message)" + (remedy.map { "; \($0)" } ?? "") }
}

/// Input that cannot be used (exit status 2): every problem found, so that one round of mending does.
struct InputError: Error, CustomStringConvertible {
  let problems: [InputProblem]

  init(_ problems: [InputProblem]) {
    self.problems = problems
  }

  init(_ problem: InputProblem) {
    self.init([problem])
  }

  var description: String { problems.map(\.description).joined(separator: "\n") }
}

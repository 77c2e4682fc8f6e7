/// Why a case could not be run against a deployed coach.
struct TargetError: Error, CustomStringConvertible {
  /// The kinds of failure: a bounded set, told in rows.
  struct Code: Hashable, Sendable, CustomStringConvertible {
    /// Its name in snake case.
    let description: String

    /// The coach could not be reached, or refused.
    static let unreachable = Code(description: "target_unreachable")
    /// What it sent is not what its contract says.
    static let malformed = Code(description: "target_malformed")
    /// A run before the case did not complete.
    static let runBefore = Code(description: "target_run_before")
  }

  let code: Code
  /// What happened, where, and what to do.
  let message: String
  let cause: (any Error)?

  init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  var description: String { "\(code): \(message)" }
}

/// Why a soak could not be held.
struct SoakError: Error, CustomStringConvertible {
  /// The kinds of failure.
  struct Code: Hashable, Sendable, CustomStringConvertible {
    /// Its name in snake case.
    let description: String

    /// A server did not come to listen.
    static let serverFailed = Code(description: "server_failed")
    /// Users could not be signed in.
    static let signInFailed = Code(description: "sign_in_failed")
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

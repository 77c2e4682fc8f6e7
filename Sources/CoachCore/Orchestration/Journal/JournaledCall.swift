import JSONKit

/// A call of a tool or a model, as the journal knows it: by task, name and everything that went in.
struct JournaledCall: Hashable, Sendable {
  /// What is called; the last two are no calls but what befell a task, and what a session began with.
  enum Kind: String, Sendable {
    case tool, model, task, session
  }

  let kind: Kind
  /// The task that calls.
  let node: String
  /// The tool, or the topic and the attempt a model is asked for.
  let name: String
  /// SHA-256 of the canonical input.
  let inputHash: String

  /// Ends the name of a call to a critic, since a critique of an attempt is not the attempt.
  static let critique = "/critique"

  /// Whether a journal key is of a call to a critic.
  static func isCritique(_ key: String) -> Bool { key.contains("\(critique)/") }

  /// The part of a key that is the same for every try of the call.
  var key: String { "\(node)/\(name)/\(inputHash.prefix(32))" }
}

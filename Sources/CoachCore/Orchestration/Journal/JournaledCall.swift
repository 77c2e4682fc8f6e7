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

  /// The part of a key that is the same for every try of the call.
  var key: String { "\(node)/\(name)/\(inputHash.prefix(32))" }
}

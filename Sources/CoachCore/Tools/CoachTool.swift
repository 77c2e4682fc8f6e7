import JSONKit

/// Deterministic code an agent may call: typed arguments in, facts out.
protocol CoachTool: Sendable {
  /// The name allow-lists, events and facts use.
  static var name: String { get }
  /// Raised when a formula or a convention changes.
  static var version: String { get }
  /// Whether results are text of others, which is scrubbed before it is kept.
  static var readsOutside: Bool { get }
  /// The arguments as events show them; run-local ids only.
  var arguments: JSONObject { get }
  /// What forbids the call with these arguments, nil when nothing does; it repeats none of them.
  func problem(_ detector: PIIDetector) -> String?
  /// Everything the figures depend on beside the arguments, the policy and the rules; nil when that is not known in
  /// full, and results must not be kept.
  func cacheInputs() throws -> JSONValue?
  /// Computes the facts.
  func run() async throws -> [Fact]
}

extension CoachTool {
  static var readsOutside: Bool { false }

  func problem(_ detector: PIIDetector) -> String? { nil }

  func cacheInputs() throws -> JSONValue? { nil }
}

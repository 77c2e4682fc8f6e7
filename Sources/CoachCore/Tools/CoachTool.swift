import JSONKit

/// Deterministic code an agent may call: typed arguments in, facts out.
protocol CoachTool: Sendable {
  /// The name allow-lists, events and facts use.
  static var name: String { get }
  /// Raised when a formula or a convention changes.
  static var version: String { get }
  /// The arguments as events show them; run-local ids only.
  var arguments: JSONObject { get }
  /// Computes the facts.
  func run() throws -> [Fact]
}

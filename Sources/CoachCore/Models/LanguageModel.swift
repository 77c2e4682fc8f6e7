/// A model that answers messages with text: the embedded composer, a faulty wrapper around it, or a provider.
public protocol LanguageModel: Sendable {
  /// The name requests and reports use.
  var name: String { get }
  /// Where its answers come from: `embedded` or `live`.
  var provenance: String { get }
  /// Answers the messages.
  ///
  /// - Throws: any error when there is no answer; the engine then falls back to the template renderer.
  func generate(_ request: ModelRequest) async throws -> ModelResponse
}

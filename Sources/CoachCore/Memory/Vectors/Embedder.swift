/// Turns texts into vectors: the embedded hashing embedder, or a provider's model.
public protocol Embedder: Sendable {
  /// The model's name with its version; changed whenever the same text would give another vector.
  var model: String { get }
  /// The vector of a text.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for a text without a word, or what a provider throws.
  func embed(_ text: String) async throws -> Embedding
}

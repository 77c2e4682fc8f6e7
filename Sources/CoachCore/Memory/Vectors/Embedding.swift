/// A text as a direction in a space that one model spans.
///
/// Vectors of different models have nothing to do with each other, even where their dimensions agree; comparing them
/// is an error.
public struct Embedding: Hashable, Sendable {
  /// The model the vector is of, with its version.
  public let model: String
  /// The components.
  public let values: [Float]
  private let norm: Double

  /// Takes a vector.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for a component that is not finite, or no direction at all.
  public init(model: String, values: [Float]) throws(CoachError) {
    var sum = 0.0
    for value in values { sum += Double(value) * Double(value) }
    guard sum.isFinite else {
      throw CoachError(.invalidEmbedding, "a vector of \(model) holds a component that is not finite")
    }
    guard sum > 0 else {
      throw CoachError(.invalidEmbedding, "a vector of \(model) is zero, which points nowhere")
    }
    self.model = model
    self.values = values
    norm = sum.squareRoot()
  }

  /// The cosine of the angle between two vectors, −1 … 1; the same from either side.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for a vector of another model or dimension.
  public func similarity(to other: Embedding) throws(CoachError) -> Double {
    guard model == other.model, values.count == other.values.count else {
      throw CoachError(
        .invalidEmbedding,
        "a vector of \(model) (\(values.count)) cannot be compared with one of \(other.model) (\(other.values.count))"
      )
    }
    var product = 0.0
    for index in values.indices { product += Double(values[index]) * Double(other.values[index]) }
    return min(max(product / (norm * other.norm), -1), 1)
  }
}

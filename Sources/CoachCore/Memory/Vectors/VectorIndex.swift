/// Vectors of one model by id, searched exactly: every row is compared, so nothing near is missed.
public struct VectorIndex: Sendable {
  /// A row that was found.
  public struct Neighbor: Hashable, Sendable {
    /// The row's id.
    public let id: String
    /// The cosine of the angle to what was searched, −1 … 1.
    public let similarity: Double
  }

  /// The model all rows are of.
  public let model: String
  private var rows: [String: Embedding] = [:]

  /// Makes an empty index.
  public init(model: String) {
    self.model = model
  }

  /// The number of rows.
  public var count: Int { rows.count }

  /// Adds a row, replacing the one of that id.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for a vector of another model or dimension.
  public mutating func insert(_ embedding: Embedding, id: String) throws(CoachError) {
    guard embedding.model == model else {
      throw CoachError(.invalidEmbedding, "\(id) is a vector of \(embedding.model); the index is of \(model)")
    }
    if let known = rows.first?.value, known.values.count != embedding.values.count {
      throw CoachError(
        .invalidEmbedding,
        "\(id) has \(embedding.values.count) components; the rows of \(model) have \(known.values.count)")
    }
    rows[id] = embedding
  }

  /// Removes a row, if it is there.
  public mutating func remove(_ id: String) {
    rows[id] = nil
  }

  /// The rows nearest to a vector, nearest first, equally near ones by id.
  ///
  /// - Parameter isWanted: which rows may be found at all.
  /// - Throws: `CoachError` with code `invalid_embedding` for a vector of another model or dimension.
  public func nearest(
    to embedding: Embedding, count: Int, where isWanted: (String) -> Bool = { _ in true }
  ) throws(CoachError) -> [Neighbor] {
    guard embedding.model == model else {
      throw CoachError(
        .invalidEmbedding, "the index is of \(model); a vector of \(embedding.model) finds nothing in it")
    }
    var found: [Neighbor] = []
    for (id, row) in rows where isWanted(id) {
      found.append(Neighbor(id: id, similarity: try row.similarity(to: embedding)))
    }
    // The order of a dictionary is an accident; this order is total, so nothing of it is left.
    found.sort { $0.similarity == $1.similarity ? $0.id < $1.id : $0.similarity > $1.similarity }
    return Array(found.prefix(max(count, 0)))
  }
}

/// The embedded default: words and their character trigrams, hashed into a fixed number of signed buckets.
///
/// It needs no model file and no network, and gives the same vector on every machine. What it measures is shared
/// vocabulary, in English and Hindi alike, not meaning: good enough to find the passage that speaks of a term.
///
/// ```swift
/// let embedder = HashingEmbedder()
/// let load = try embedder.embed("exit load on units sold early")
/// print(try load.similarity(to: embedder.embed("EXIT-LOAD on units sold early")))  // 1.0
/// ```
public struct HashingEmbedder: Embedder {
  /// The number of buckets of the default.
  public static let standardDimension = 256

  /// The model's name, with the dimension and the version of the features.
  public let model: String
  /// The number of buckets.
  public let dimension: Int
  private let stopWords: Set<UInt64>

  /// Makes the default embedder.
  public init() {
    self.init(buckets: Self.standardDimension)
  }

  /// Makes an embedder of another dimension.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for fewer than 8 or more than 65,536 buckets.
  public init(dimension: Int) throws(CoachError) {
    guard (8...65_536).contains(dimension) else {
      throw CoachError(.invalidEmbedding, "\(dimension) buckets; an embedding has 8 to 65,536")
    }
    self.init(buckets: dimension)
  }

  private init(buckets: Int) {
    dimension = buckets
    model = "hashing-\(buckets)/1"
    stopWords = Set(StopWords.all.map { TextFeatures.hash($0.unicodeScalars.map(\.value)[...]) })
  }

  /// The vector of a text, of length 1.
  ///
  /// - Throws: `CoachError` with code `invalid_embedding` for a text without a word.
  public func embed(_ text: String) throws(CoachError) -> Embedding {
    var buckets = [Double](repeating: 0, count: dimension)
    var features = TextFeatures(text)
    while let word = features.nextWord() {
      let hash = TextFeatures.hash(word)
      // Words that carry no subject would make every two texts alike.
      guard !stopWords.contains(hash) else { continue }
      add(hash, weight: 1, to: &buckets)
      let trigrams = TextFeatures.trigrams(of: word)
      for trigram in trigrams { add(trigram, weight: 1 / Double(trigrams.count), to: &buckets) }
    }
    var sum = 0.0
    for value in buckets { sum += value * value }
    guard sum > 0 else {
      throw CoachError(.invalidEmbedding, "the text has no word that could be embedded")
    }
    let length = sum.squareRoot()
    return try Embedding(model: model, values: buckets.map { Float($0 / length) })
  }

  /// The sign keeps words that fall into one bucket from adding up: on average they cancel.
  private func add(_ hash: UInt64, weight: Double, to buckets: inout [Double]) {
    let bucket = Int(hash % UInt64(dimension))
    buckets[bucket] += hash >> 63 == 0 ? weight : -weight
  }
}

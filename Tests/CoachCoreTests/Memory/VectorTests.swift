import Testing

@testable import CoachCore

@Suite("Vectors")
struct VectorTests {
  private let embedder = HashingEmbedder()

  private func random(_ generator: inout SplitMix, dimension: Int, model: String = "m") throws -> Embedding {
    try Embedding(
      model: model, values: (0..<dimension).map { _ in Float(Int(generator.next() % 2_001) - 1_000) / 500 })
  }

  @Test("a vector is like itself; likeness is the same from either side and within −1 … 1", arguments: 1...20)
  func similarity(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let (a, b) = (try random(&generator, dimension: 64), try random(&generator, dimension: 64))
    #expect(abs(try a.similarity(to: a) - 1) < 1e-12)
    #expect(try a.similarity(to: b) == b.similarity(to: a))
    #expect((-1...1).contains(try a.similarity(to: b)))
    let opposite = try Embedding(model: "m", values: a.values.map { -2 * $0 })
    #expect(abs(try a.similarity(to: opposite) + 1) < 1e-12)
  }

  @Test("the nearest rows are those of a full comparison, ties by id", arguments: 1...20)
  func topK(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    var index = VectorIndex(model: "m")
    var rows: [(id: String, embedding: Embedding)] = []
    for number in 0..<60 {
      // Every third row repeats the one before it, so that there are ties to break.
      let embedding =
        number % 3 == 2 ? rows[number - 1].embedding : try random(&generator, dimension: 16)
      rows.append(("r\(generator.next() % 1_000_000)-\(number)", embedding))
      try index.insert(embedding, id: rows[number].id)
    }
    let query = try random(&generator, dimension: 16)
    let expected = try rows.map { (id: $0.id, similarity: try query.similarity(to: $0.embedding)) }
      .sorted { $0.similarity == $1.similarity ? $0.id < $1.id : $0.similarity > $1.similarity }
    for count in [0, 1, 2, 7, 60, 100] {
      let found = try index.nearest(to: query, count: count)
      #expect(found.map(\.id) == expected.prefix(count).map(\.id))
    }
    #expect(try index.nearest(to: query, count: -1).isEmpty)
    let first = try #require(expected.first?.id)
    index.remove(first)
    #expect(index.count == 59)
    #expect(try index.nearest(to: query, count: 60).map(\.id) == expected.dropFirst().map(\.id))
    #expect(try index.nearest(to: query, count: 60) { $0 == first }.isEmpty)
  }

  @Test("vectors of another model or dimension are never compared")
  func mismatch() throws {
    let a = try Embedding(model: "m", values: [1, 0])
    let other = try Embedding(model: "n", values: [1, 0])
    let longer = try Embedding(model: "m", values: [1, 0, 0])
    var index = VectorIndex(model: "m")
    try index.insert(a, id: "a")
    for stranger in [other, longer] {
      #expect(throws: CoachError.self) { try a.similarity(to: stranger) }
      #expect(throws: CoachError.self) { try index.nearest(to: stranger, count: 1) }
      var copy = index
      let error = #expect(throws: CoachError.self) { try Self.insert(stranger, into: &copy) }
      #expect(error?.code == .invalidEmbedding)
    }
    #expect(index.count == 1)
  }

  private static func insert(_ embedding: Embedding, into index: inout VectorIndex) throws {
    try index.insert(embedding, id: "b")
  }

  @Test(
    "a vector without a direction is refused",
    arguments: [[], [0, 0], [.nan, 1], [.infinity, 0], [1, -.infinity]] as [[Float]])
  func refused(values: [Float]) {
    let error = #expect(throws: CoachError.self) { try Embedding(model: "m", values: values) }
    #expect(error?.code == .invalidEmbedding)
  }

  @Test("hashing gives the same vector on every machine, of length 1")
  func stable() throws {
    let vector = try embedder.embed("XIRR of the plan, महंगाई और 12 ₹")
    #expect(vector.values.count == 256 && vector.model == "hashing-256/1")
    #expect(abs(vector.values.reduce(0) { $0 + Double($1) * Double($1) } - 1) < 1e-6)
    // Taken once from this implementation: a change of features needs another version in the model's name.
    let checksum = ContentHash.sha256(
      vector.values.flatMap { withUnsafeBytes(of: $0.bitPattern.bigEndian, Array.init) })
    #expect(checksum.prefix(16) == "73b8104c07ac4569")
  }

  @Test("spelling that is not meant to matter does not: case, forms, digits, nukta, punctuation")
  func normalised() throws {
    for (left, right) in [
      ("Exit load", "EXIT-LOAD"), ("ＮＡＶ of units", "nav of units"), ("बढ़ोतरी", "बढ\u{93C}ोतरी"),
      ("१२ महीने", "12 महीने"), ("ex\u{200B}it load", "exit load"),
    ] {
      #expect(try embedder.embed(left).values == embedder.embed(right).values, "\(left)")
    }
  }

  @Test("a text without a word, and a dimension that is none, are typed errors")
  func noWords() {
    for text in ["", " \n", "…—!", "of the and", "और का"] {
      let error = #expect(throws: CoachError.self) { try embedder.embed(text) }
      #expect(error?.code == .invalidEmbedding)
    }
    for dimension in [-1, 0, 7, 65_537, .max] {
      #expect(throws: CoachError.self) { try HashingEmbedder(dimension: dimension) }
    }
    #expect((try? HashingEmbedder(dimension: 8)) != nil)
  }
}

extension LatencyHistogram: Codable {
  private enum CodingKeys: String, CodingKey {
    case unit, digits, count, minimum = "min", maximum = "max", buckets
  }

  /// Writes `{unit: "us", digits: 3, count, min, max, buckets: [[microseconds, count], …]}`; merging what was written
  /// loses nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("us", forKey: .unit)
    try container.encode(3, forKey: .digits)
    try container.encode(count, forKey: .count)
    try container.encode(minimum, forKey: .minimum)
    try container.encode(maximum, forKey: .maximum)
    try container.encode(buckets.map { [$0.microseconds, $0.count] }, forKey: .buckets)
  }

  /// Reads what `encode` writes.
  ///
  /// - Throws: `DecodingError` for another unit or precision, a malformed bucket, or totals that contradict them.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func refuse(_ key: CodingKeys, _ message: String) -> DecodingError {
      .dataCorruptedError(forKey: key, in: container, debugDescription: message)
    }
    guard try container.decode(String.self, forKey: .unit) == "us" else { throw refuse(.unit, "expected us") }
    guard try container.decode(Int.self, forKey: .digits) == 3 else { throw refuse(.digits, "expected 3") }
    self.init()
    for bucket in try container.decode([[UInt64]].self, forKey: .buckets) {
      guard bucket.count == 2, record(bucket[0], count: bucket[1]) else {
        throw refuse(.buckets, "a bucket is [microseconds up to \(Self.longest), count from 1]")
      }
    }
    guard try container.decode(UInt64.self, forKey: .count) == count else {
      throw refuse(.count, "the buckets hold \(count) latencies")
    }
    let least = try container.decode(UInt64?.self, forKey: .minimum)
    let greatest = try container.decode(UInt64?.self, forKey: .maximum)
    guard restoreExtremes(least: least, greatest: greatest) else {
      throw refuse(.maximum, "min and max lie in the first and the last bucket")
    }
  }
}

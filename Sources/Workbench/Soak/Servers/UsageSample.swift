/// What was going on at one moment of a soak.
struct UsageSample: Codable, Sendable, Hashable {
  /// Seconds since the load began, by the clock.
  let seconds: Double
  /// Sessions that had begun and not ended.
  let underWay: Int
  /// Nil for a façade that the soak did not start, and for a process that was gone.
  let facade: ProcessUsage?
  let engine: ProcessUsage?

  enum CodingKeys: String, CodingKey {
    case seconds
    case underWay = "under_way"
    case facade, engine
  }
}

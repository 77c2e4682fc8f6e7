/// A soak beside an earlier one of the same suite, figure by figure.
///
/// It judges nothing: gates do. Two soaks may have been of different loads, on different machines; `differences` says so.
struct SoakComparison: Codable, Hashable, Sendable {
  /// What a change of a percentile is worth.
  enum Trend: String, Codable, Sendable {
    case faster, slower
    /// The intervals of the two overlap: the same service would differ as much by chance.
    case noise = "within_noise"
  }

  /// One figure of both.
  struct Figure: Codable, Hashable, Sendable {
    /// As a gate names it; of a server `engine.cpu` (seconds per 100,000 events) and `engine.rss` (the most bytes).
    let name: String
    /// Milliseconds, 0…1, a count, seconds or bytes; nil when it was not measured.
    let earlier, now: Double?
    /// `now / earlier`; nil when either was not measured or the earlier one was 0.
    let ratio: Double?
    /// Nil for what is no percentile.
    let trend: Trend?
    let earlierInterval, nowInterval: PercentileInterval?

    enum CodingKeys: String, CodingKey {
      case name, earlier, now, ratio, trend
      case earlierInterval = "earlier_interval"
      case nowInterval = "now_interval"
    }
  }

  /// Something in which the two soaks were not alike.
  struct Difference: Codable, Hashable, Sendable {
    let what, earlier, now: String
  }

  /// The earlier soak.
  let run: String
  let startedAt: String
  /// Empty for two soaks of the same load on the same machine.
  let differences: [Difference]
  let figures: [Figure]

  enum CodingKeys: String, CodingKey {
    case run
    case startedAt = "started_at"
    case differences, figures
  }

  func figure(_ name: String) -> Figure? { figures.first { $0.name == name } }
}

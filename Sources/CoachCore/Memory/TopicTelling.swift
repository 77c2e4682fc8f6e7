public import Finance

/// A topic as it would be told now: what the ledger compares with what it has been told before.
public struct TopicTelling: Hashable, Sendable {
  /// The topic.
  public let topic: TopicKey
  /// How much it matters now.
  public let severity: Insight.Severity
  /// The figures of the message as a person reads them, hashed.
  public let factHash: String
  /// What the figures were computed from, hashed; equal while nothing has changed but the date.
  public let inputsHash: String
  /// The IST date it would be told on.
  public let asOf: CivilDate

  /// Describes a telling.
  public init(
    topicKey: String, severity: Insight.Severity, factHash: String, inputsHash: String, asOf: CivilDate
  ) {
    self.topic = TopicKey(topicKey)
    self.severity = severity
    self.factHash = factHash
    self.inputsHash = inputsHash
    self.asOf = asOf
  }

  /// The telling a brief asks for.
  init(_ brief: ArtifactBrief) {
    self.init(
      topicKey: brief.topicKey, severity: brief.severity, factHash: Self.factHash(of: brief),
      inputsHash: Self.inputsHash(of: brief), asOf: brief.asOf)
  }

  /// The hash of the facts a message must cite, as they are displayed: a change too small to be read is none.
  ///
  /// Dates and durations are left out, since they change by the passing of time alone. A brief that must cite nothing
  /// is known by all it offers.
  static func factHash(of brief: ArtifactBrief) -> String {
    let lines = message(of: brief).compactMap { fact -> String? in
      switch fact.unit {
      case .date, .months, .years: nil
      case .inr, .ratio, .percentPoint, .count, .units, .nav, .enumeration: "\(fact.id)=\(fact.display.en)"
      }
    }
    return ContentHash.sha256(lines.joined(separator: "\n"))
  }

  /// The hash of everything the same facts were computed from, the date not among it.
  ///
  /// The effect of an action (`goal.<id>.after.<kind>`) is left out: its inputs hold the action, which follows from
  /// the other figures.
  static func inputsHash(of brief: ArtifactBrief) -> String {
    let hashes = message(of: brief).filter { $0.id.firstRangeOfBytes(".after.") == nil }
      .map { "\($0.id)=\($0.inputsHash)" }
    return ContentHash.sha256(hashes.joined(separator: "\n"))
  }

  private static func message(of brief: ArtifactBrief) -> [Fact] {
    let cited = brief.mustCite.compactMap { brief.facts[$0] }.sorted { $0.id < $1.id }
    return cited.isEmpty ? brief.facts.facts : cited
  }
}

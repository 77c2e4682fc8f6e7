import Finance

/// What a run works on: a portfolio its tools read, or facts that are given.
enum RunMaterial: Sendable {
  case snapshot(SnapshotReading, user: GivenFacts.User)
  /// - topic: the one artifact to write; nil for all.
  case given(GivenFacts, topic: String? = nil)

  /// The IST date everything is computed for.
  var asOf: CivilDate {
    switch self {
    case .snapshot(let reading, _): reading.snapshot.asOf
    case .given(let given, _): given.asOf
    }
  }

  /// The same, with questions looked up in `source`.
  func researching(in source: any ResearchSource) -> RunMaterial {
    guard case .snapshot(var reading, let user) = self else { return self }
    reading.research = source
    return .snapshot(reading, user: user)
  }

  /// Whether the artifact of a topic is to be written.
  func includes(_ topicKey: String) -> Bool {
    if case .given(_, let topic?) = self { topic == topicKey } else { true }
  }
}

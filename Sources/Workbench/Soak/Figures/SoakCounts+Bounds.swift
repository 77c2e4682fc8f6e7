extension SoakCounts {
  /// Every figure that is a sum over sessions.
  static var sums: [WritableKeyPath<SoakCounts, Int>] {
    [
      \.sessions, \.ok, \.failed, \.errors, \.events, \.repeats, \.reconnects, \.refusals, \.callsRepeated,
      \.stalls, \.capped, \.exhausted, \.overruns,
    ]
  }

  /// Whether the counts can be those of a soak, which a file may deny.
  var isPossible: Bool {
    Self.sums.allSatisfy { self[keyPath: $0] >= 0 } && seconds.isFinite && seconds >= 0
  }
}

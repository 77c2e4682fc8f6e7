extension GuardrailPipeline {
  /// Proves at start-up that every rail objects to a sample it must object to, and to nothing in a clean one.
  ///
  /// A rail that was disarmed by a change of its tables would otherwise pass everything and nobody would see it.
  ///
  /// - Throws: `CoachError` with code `guardrail_self_test` naming the rail.
  public func selfTest() throws(CoachError) {
    let samples = try RailSamples()
    for rail in rails {
      let objections = rail.judge(samples.clean)
      if let first = objections.first {
        throw CoachError(
          .guardrailSelfTest,
          "rail \(rail.id.rawValue) objects to its clean sample (\(first.code) in \(first.field)); the rail is broken"
        )
      }
      for (name, sample) in samples.spoiled(for: rail.id) where rail.judge(sample).isEmpty {
        throw CoachError(
          .guardrailSelfTest,
          "rail \(rail.id.rawValue) lets its sample “\(name)” pass; nothing may be published until it objects"
        )
      }
    }
  }
}

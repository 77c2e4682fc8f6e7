extension GuardrailPipeline {
  /// Proves at start-up that every rail objects to a sample it must object to, and to nothing in a clean one.
  ///
  /// A rail that was disarmed by a change of its tables would otherwise pass everything and nobody would see it.
  ///
  /// - Throws: `CoachError` with code `guardrail_self_test` naming the rail.
  public func selfTest() throws(CoachError) {
    let samples = try RailSamples()
    for rail in rails {
      for subject in samples.clean {
        guard let first = rail.judge(subject).first else { continue }
        throw CoachError(
          .guardrailSelfTest,
          "rail \(rail.id.rawValue) objects to its clean sample (\(first.code) in \(first.field)); the rail is broken"
        )
      }
      for sample in try samples.spoiled(for: rail.id)
      where !rail.judge(sample.subject).contains(where: { $0.code == sample.code }) {
        throw CoachError(
          .guardrailSelfTest,
          "rail \(rail.id.rawValue) lets its sample “\(sample.name)” pass; nothing may be published until it objects"
        )
      }
    }
  }
}

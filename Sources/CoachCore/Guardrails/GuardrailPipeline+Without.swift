extension GuardrailPipeline {
  /// The same rails but one: for tests that show what only this rail stands between.
  public func without(_ rail: GuardrailVerdict.Rail) -> GuardrailPipeline {
    GuardrailPipeline(rails: rails.filter { $0.id != rail })
  }
}

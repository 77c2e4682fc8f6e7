/// The samples of the self-test: some that every rail passes, and for every rail some that it may not.
struct RailSamples {
  /// A sample a rail has to object to.
  struct Spoiled {
    /// What is wrong with it.
    let name: String
    /// A code the rail has to give.
    let code: String
    /// What it judges.
    let subject: RailSubject
  }

  /// Pass every rail: in English and in Hindi.
  let clean: [RailSubject]

  /// Puts the samples together.
  init() throws(CoachError) {
    clean = [try RailSample().subject(), try RailSample.inHindi.subject()]
  }

  /// Samples that the rail has to object to; at least one for each rail and for each of its reason codes that prose can
  /// give, in both languages where words decide.
  func spoiled(for rail: GuardrailVerdict.Rail) throws(CoachError) -> [Spoiled] {
    switch rail {
    case .parse: try parse()
    case .schema:
      [
        Spoiled(
          name: "an extra key", code: "schema_additionalProperties",
          subject: try RailSample().subject {
            $0.replacing("{\"title\"", with: "{\"advice\":\"x\",\"title\"")
          })
      ]
    case .citation: try citation()
    case .numbers: try numbers()
    case .bannedClaims: try bannedClaims()
    case .suitability: try suitability()
    case .staleness: try staleness()
    case .disclaimers: try disclaimers()
    case .pii: try personalData()
    case .injection: try injection()
    case .style: try style()
    case .repeats: try repeats()
    }
  }

  // MARK: Making

  /// A sample with one thing changed.
  func spoil(
    _ code: String, _ name: String, hindi: Bool = false, _ change: (inout RailSample) -> Void
  ) throws(CoachError) -> Spoiled {
    var sample = hindi ? RailSample.inHindi : RailSample()
    change(&sample)
    return Spoiled(name: "\(code): \(name)", code: code, subject: try sample.subject())
  }

  /// Samples with a sentence added to the body, one a row of code and sentence.
  func adding(
    _ rows: [(code: String, sentence: String)], hindi: Bool = false, limits: Set<AdviceLimits.Limit> = []
  ) throws(CoachError) -> [Spoiled] {
    var samples: [Spoiled] = []
    for row in rows {
      samples.append(
        try spoil(row.code, row.sentence, hindi: hindi) {
          $0.body += " " + row.sentence
          $0.limits = limits
        })
    }
    return samples
  }
}

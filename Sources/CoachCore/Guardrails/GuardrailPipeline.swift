public import JSONKit

/// The rails in order, and what follows from their verdicts (domain rules §4.4).
///
/// A completion that R1 or R2 refuses is no draft, so nothing else judges it. Otherwise every rail judges, so that one
/// repair prompt can name everything at once. Findings quote the text they object to with personal data replaced by
/// tokens, because they travel into prompts, events and records.
public struct GuardrailPipeline: Sendable {
  /// The rails in order.
  public let rails: [any Rail]
  private let redaction: FindingRedaction

  /// Makes a pipeline of some rails, in the order given.
  ///
  /// - Parameter detector: what finds personal data in the findings.
  public init(rails: [any Rail], detector: PIIDetector = PIIDetector()) {
    self.rails = rails
    redaction = FindingRedaction(detector: detector)
  }

  /// All rails, R1 to R9.
  ///
  /// - Parameters:
  ///   - draftSchema: the schema of a draft.
  ///   - detector: what finds personal data, with the investor's own names and addresses if they are known.
  public static func standard(draftSchema: JSONSchema, detector: PIIDetector = PIIDetector())
    -> GuardrailPipeline
  {
    GuardrailPipeline(
      rails: [
        ParseRail(), SchemaRail(schema: draftSchema), CitationRail(), NumbersRail(), BannedClaimsRail(),
        DisclaimersRail(), PIIRail(detector: detector),
      ], detector: detector)
  }

  /// The same pipeline for an investor whose names, addresses and the like the detector knows.
  public func knowing(_ detector: PIIDetector) -> GuardrailPipeline {
    GuardrailPipeline(
      rails: rails.map { $0.id == .pii ? PIIRail(detector: detector) : $0 }, detector: detector)
  }

  /// Judges a completion.
  ///
  /// - Parameters:
  ///   - completion: the model's text as it came.
  ///   - brief: what code had decided.
  ///   - makeInsight: puts the artifact together from a draft.
  public func judge(
    completion: String, brief: ArtifactBrief, makeInsight: (Draft) -> Insight
  ) -> GuardrailJudgement {
    let subject = RailSubject(completion: completion, brief: brief)
    let (readers, judges) = (rails.filter { $0.id.readsDraft }, rails.filter { !$0.id.readsDraft })
    var verdicts: [GuardrailVerdict] = []
    for rail in readers where verdicts.allSatisfy(\.passed) {
      verdicts.append(verdict(of: rail, on: subject))
    }
    guard verdicts.allSatisfy(\.passed), let draft = subject.draft else {
      return GuardrailJudgement(verdicts: verdicts, draft: nil, insight: nil, accepted: false)
    }
    let insight = makeInsight(draft)
    let assembled = subject.assembled(as: insight)
    verdicts += judges.map { verdict(of: $0, on: assembled) }
    return GuardrailJudgement(
      verdicts: verdicts, draft: draft, insight: insight, accepted: verdicts.allSatisfy(\.passed))
  }

  private func verdict(of rail: any Rail, on subject: RailSubject) -> GuardrailVerdict {
    GuardrailVerdict(rail: rail.id, findings: redaction.redacted(rail.judge(subject), of: subject))
  }
}

extension GuardrailVerdict.Rail {
  /// Whether the rail decides that there is a draft at all.
  fileprivate var readsDraft: Bool { self == .parse || self == .schema }
}

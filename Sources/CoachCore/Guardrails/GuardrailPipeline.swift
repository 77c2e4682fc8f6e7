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

  /// All rails, R1 to R12.
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
        SuitabilityRail(), StalenessRail(), DisclaimersRail(), PIIRail(detector: detector), InjectionRail(),
        StyleRail(), RepeatsRail(),
      ], detector: detector)
  }

  /// The same pipeline for one investor.
  ///
  /// - Parameters:
  ///   - detector: knows the investor's names, addresses and the like.
  ///   - names: the schemes and fund houses held, which no prose may name.
  public func knowing(_ detector: PIIDetector, names: [String] = []) -> GuardrailPipeline {
    GuardrailPipeline(
      rails: rails.map { rail in
        switch rail.id {
        case .pii: PIIRail(detector: detector)
        case .suitability: SuitabilityRail(names: names)
        default: rail
        }
      }, detector: detector)
  }

  /// Judges a completion.
  ///
  /// - Parameters:
  ///   - completion: the model's text as it came.
  ///   - brief: what code had decided.
  ///   - makeArtifact: puts the artifact together from a draft.
  public func judge(
    completion: String, brief: ArtifactBrief, makeArtifact: (Draft) -> Artifact
  ) -> GuardrailJudgement {
    let subject = RailSubject(completion: completion, brief: brief)
    let (readers, judges) = (rails.filter { $0.id.readsDraft }, rails.filter { !$0.id.readsDraft })
    var verdicts: [GuardrailVerdict] = []
    for rail in readers where verdicts.allSatisfy(\.passed) {
      verdicts.append(verdict(of: rail, on: subject))
    }
    guard verdicts.allSatisfy(\.passed), let draft = subject.draft else {
      return GuardrailJudgement(verdicts: verdicts, draft: nil, artifact: nil, accepted: false)
    }
    let artifact = makeArtifact(draft)
    let assembled = subject.assembled(as: artifact)
    verdicts += judges.map { verdict(of: $0, on: assembled) }
    return GuardrailJudgement(
      verdicts: verdicts, draft: draft, artifact: artifact, accepted: verdicts.allSatisfy(\.passed))
  }

  private func verdict(of rail: any Rail, on subject: RailSubject) -> GuardrailVerdict {
    GuardrailVerdict(rail: rail.id, findings: redaction.redacted(rail.judge(subject), of: subject))
  }
}

extension GuardrailVerdict.Rail {
  /// Whether the rail decides that there is a draft at all.
  fileprivate var readsDraft: Bool { self == .parse || self == .schema }
}

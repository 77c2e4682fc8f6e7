/// R5: title, body and claims promise, foretell, rank, tip and hurry nothing.
public struct BannedClaimsRail: Rail {
  private let detector: BannedClaimDetector

  /// R5.
  public var id: GuardrailVerdict.Rail { .bannedClaims }

  /// Makes the rail.
  public init(detector: BannedClaimDetector = BannedClaimDetector()) {
    self.detector = detector
  }

  /// Findings with the codes of ``BannedClaim``.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let prose = subject.prose else { return .nothingToJudge("draft") }
    return prose.flatMap { field in
      detector.matches(in: field).map { match in
        .init(
          code: match.claim.rawValue, field: field.pointer, start: match.start, end: match.end,
          text: match.text,
          detail: "“\(match.text)” \(match.claim.remedy)")
      }
    }
  }
}

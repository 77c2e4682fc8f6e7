/// What one rail said of one attempt.
public struct GuardrailVerdict: Codable, Hashable, Sendable {
  /// The rails of the output pipeline, in the order they judge (domain rules §4.4).
  public enum Rail: String, Codable, Sendable, CaseIterable {
    case parse = "R1"
    case schema = "R2"
    case citation = "R3"
    case numbers = "R4"
    case bannedClaims = "R5"
    case suitability = "R6"
    case staleness = "R7"
    case disclaimers = "R8"
    case pii = "R9"
    case injection = "R10"
    case style = "R11"
    case repeats = "R12"
  }

  /// One thing a rail objects to.
  public struct Finding: Codable, Hashable, Sendable {
    /// A bounded reason code, for example `mismatch` or `assured_return`.
    public let code: String
    /// JSON Pointer of the field of the draft or artifact, for example `/body_md`; empty for the whole text.
    public let field: String
    /// First Unicode scalar of the span within the field.
    public let start: Int
    /// One past the last Unicode scalar of the span.
    public let end: Int
    /// The words objected to; `[PAN]`-style tokens in place of personal data.
    public let text: String
    /// What is wrong and what would be right, for the repair prompt.
    public let detail: String

    /// Makes a finding.
    public init(code: String, field: String, start: Int, end: Int, text: String, detail: String) {
      self.code = code
      self.field = field
      self.start = start
      self.end = end
      self.text = text
      self.detail = detail
    }
  }

  /// The rail that judged.
  public let rail: Rail
  /// What it objects to; empty means it passed.
  public let findings: [Finding]

  /// Whether the rail let the attempt through.
  public var passed: Bool { findings.isEmpty }

  /// Makes a verdict.
  public init(rail: Rail, findings: [Finding]) {
    self.rail = rail
    self.findings = findings
  }
}

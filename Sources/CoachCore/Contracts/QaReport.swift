/// What QA & citation found in the artifacts of a run.
public struct QaReport: Codable, Hashable, Sendable {
  /// The verdict over everything that was judged.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// All of it may be published.
    case pass
    /// Something was wrong and was replaced before publication.
    case repair
    /// Something may not be published.
    case reject
  }

  /// One check of one artifact.
  public struct Check: Codable, Hashable, Sendable {
    /// How a check came out.
    public enum Status: String, Codable, Sendable, CaseIterable {
      case pass, fail
    }

    /// The check and the topic it judged, for example `numbers:goal:g2:gap:at_risk`.
    public let id: String
    /// How it came out.
    public let status: Status
    /// What it saw, in one line.
    public let evidence: String

    /// Records a check.
    public init(id: String, status: Status, evidence: String) {
      self.id = id
      self.status = status
      self.evidence = evidence
    }
  }

  /// A number in the prose that no cited fact supports.
  public struct Ungrounded: Codable, Hashable, Sendable {
    /// First and one-past-last Unicode scalar of the number in its field.
    public let span: [Int]
    /// The number as written.
    public let text: String
    /// `uncited`, `mismatch`, `scale_error`, `sign_error`, `unknown_fact` or `wrong_fact`.
    public let reason: String

    /// Records a number.
    public init(span: [Int], text: String, reason: String) {
      self.span = span
      self.text = text
      self.reason = reason
    }
  }

  /// The verdict over everything.
  public let verdict: Verdict
  /// Every check made, in order.
  public let checks: [Check]
  /// Every number no cited fact supports.
  public let ungrounded: [Ungrounded]

  /// Makes a report.
  public init(verdict: Verdict, checks: [Check], ungrounded: [Ungrounded]) {
    self.verdict = verdict
    self.checks = checks
    self.ungrounded = ungrounded
  }
}

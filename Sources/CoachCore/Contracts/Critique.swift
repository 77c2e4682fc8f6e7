/// What a model says of a draft that has passed (`critique/1`): it can ask for one more draft, and for nothing else.
public struct Critique: Codable, Hashable, Sendable {
  /// What it asks for.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    /// Nothing: the draft is good as it is.
    case accept
    /// One further draft.
    case repair
  }

  /// What it asks for.
  public let verdict: Verdict
  /// At most five remarks of at most 200 characters; a repair has at least one.
  public let reasons: [String]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case verdict, reasons
  }

  /// The longest remark, in characters.
  static let longestReason = 200

  /// Makes a critique.
  public init(verdict: Verdict, reasons: [String]) {
    self.verdict = verdict
    self.reasons = reasons
  }
}

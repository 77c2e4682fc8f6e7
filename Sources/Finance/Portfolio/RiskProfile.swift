/// How much risk a person has said to bear.
public enum RiskProfile: String, Sendable, CaseIterable {
  /// Never asked; treated as the most careful.
  case unknown
  case conservative, moderate, aggressive
}

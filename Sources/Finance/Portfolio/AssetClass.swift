/// The classes a goal's money is spread over.
public enum AssetClass: String, Sendable, CaseIterable {
  case equity, debt, gold, cash
}

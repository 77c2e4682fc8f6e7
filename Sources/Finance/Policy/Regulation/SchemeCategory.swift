/// A category of funds as SEBI defines them in one version of its list.
public struct SchemeCategory: Hashable, Sendable {
  /// The group of a category.
  public enum Group: String, Sendable, CaseIterable {
    case equity, debt, hybrid, solution, other
    case lifeCycle = "life_cycle"
  }

  /// The identifier, such as `equity.large_cap`.
  public let id: String
  /// The group.
  public let group: Group
  /// The name as AMFI spells it, such as `Large Cap Fund`.
  public let name: String
  /// The least part in equity, a ratio; nil when none is set.
  public let equityFloor: Double?
  /// How gains are usually taxed; a scheme's own class wins.
  public let taxClassHint: Scheme.TaxClass
  /// Whether schemes of the category take new money.
  public let isOpen: Bool
}

extension SchemeCategory {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("id", "group", "name", "equity_floor", "tax_class", "open")
    id = try fields.string("id")
    group = try fields.choice("group")
    name = try fields.string("name")
    equityFloor = try fields.optionalDouble("equity_floor", in: 0...1)
    taxClassHint = try fields.choice("tax_class")
    isOpen = try fields.bool("open")
  }
}

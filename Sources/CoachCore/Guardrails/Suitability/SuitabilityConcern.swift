/// What prose can suggest that does not suit an investor (domain rules §3, §4.4 rail R6).
enum SuitabilityConcern: String, Hashable, Sendable, CaseIterable {
  /// A larger share of equity.
  case moreEquity = "more_equity"
  /// Money moved from one fund to another.
  case rebalance
  /// New money for the fund in question.
  case newMoney = "new_money"
  /// A sale, with nothing said of its tax and exit load.
  case saleWithoutCost = "sale_without_cost"
  /// Tax saved by way of a deduction.
  case taxDeduction = "tax_deduction"
  /// A scheme to be bought or held, or to be stayed in.
  case schemeOrder = "scheme_order"

  /// The limit without which the concern is none; nil for what no investor is told.
  var limit: AdviceLimits.Limit? {
    switch self {
    case .moreEquity: .moreEquity
    case .rebalance: .rebalance
    case .newMoney: .newMoney
    case .taxDeduction: .taxDeduction
    case .saleWithoutCost, .schemeOrder: nil
    }
  }

  /// What would be right, for the repair prompt.
  var remedy: String {
    switch self {
    case .moreEquity: "suggests more equity, which does not suit this investor; leave it out"
    case .rebalance: "suggests moving money between funds, which this investor is not told; leave it out"
    case .newMoney: "suggests new money for a fund that takes none; leave it out"
    case .saleWithoutCost:
      "suggests a sale; state and cite its tax and its exit load, or leave it out where no such facts are offered"
    case .taxDeduction: "suggests a tax deduction, but the tax regime is not known; leave it out"
    case .schemeOrder: "tells the reader to buy or hold a scheme; describe it and leave the decision out"
    }
  }
}

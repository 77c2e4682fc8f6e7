import Finance

/// What a fund is called in prose, which never names it.
enum SchemeKind: String, CaseIterable, Sendable {
  case indexFund = "index_fund"
  case equityFund = "equity_fund"
  case debtFund = "debt_fund"
  case liquidFund = "liquid_fund"
  case goldFund = "gold_fund"
  case hybridFund = "hybrid_fund"
  case overseasFund = "overseas_fund"

  /// The kind of a scheme, by its category where that says more than what it invests in.
  init(_ scheme: Scheme) {
    self =
      switch scheme.category {
      case "other.index_fund", "other.etf": scheme.assets == .equity ? .indexFund : Self(scheme.assets)
      case "other.fof_overseas": .overseasFund
      default: Self(scheme.assets)
      }
  }

  private init(_ assets: Scheme.Assets) {
    self =
      switch assets {
      case .equity: .equityFund
      case .debt: .debtFund
      case .gold: .goldFund
      case .cash: .liquidFund
      case .hybrid: .hybridFund
      }
  }
}

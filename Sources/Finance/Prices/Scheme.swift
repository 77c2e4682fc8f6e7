/// A mutual-fund scheme, one plan and option of it.
public struct Scheme: Hashable, Sendable {
  /// Bought from the fund house or through a distributor.
  public enum Plan: String, Sendable, CaseIterable {
    case direct, regular
  }

  /// What happens to income.
  public enum Option: String, Sendable, CaseIterable {
    case growth
    case idcwPayout = "idcw_payout"
    case idcwReinvest = "idcw_reinvest"
    case bonus
  }

  /// What the scheme invests in; a hybrid is split by policy.
  public enum Assets: String, Sendable, CaseIterable {
    case equity, debt, gold, cash, hybrid
  }

  /// How gains are taxed.
  public enum TaxClass: String, Sendable, CaseIterable {
    case equityOriented = "equity_oriented"
    case specifiedDebt = "specified_debt"
    case other
  }

  /// The risk label, by SEBI's six steps.
  public enum Riskometer: String, Sendable, CaseIterable {
    case low = "Low"
    case lowToModerate = "Low to Moderate"
    case moderate = "Moderate"
    case moderatelyHigh = "Moderately High"
    case high = "High"
    case veryHigh = "Very High"
  }

  /// Whether the scheme takes money.
  public enum Status: String, Sendable, CaseIterable {
    case open
    case closedToNew = "closed_to_new"
    case merged
    case woundUp = "wound_up"
  }

  /// The AMFI code.
  public let amfiCode: String
  /// The ISIN of the growth or payout option.
  public let isinGrowth: String?
  /// The ISIN of the reinvestment option.
  public let isinReinvest: String?
  /// The fund house.
  public let amc: String
  /// The name.
  public let name: String
  /// Bought from the fund house or through a distributor.
  public let plan: Plan
  /// What happens to income.
  public let option: Option
  /// The SEBI category, such as `equity.large_cap`.
  public let category: String
  /// The set the category is from, such as `2017`.
  public let categoryVersion: String
  /// What the scheme invests in.
  public let assets: Assets
  /// How gains are taxed.
  public let taxClass: TaxClass
  /// The risk label.
  public let riskometer: Riskometer
  /// The total expense ratio in percent a year, if known.
  public let totalExpenseRatio: Double?
  /// The loads on early redemption.
  public let exitLoads: [ExitLoadRule]
  /// Days for which an instalment cannot be redeemed.
  public let lockInDays: Int
  /// The day of launch.
  public let launchDate: CivilDate
  /// Whether the scheme takes money.
  public let status: Status
  /// The total-return index the scheme measures itself by, such as `nifty50_tri`; nil when it is not known.
  public let benchmark: String?
}

extension Scheme {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly(
      "amfi_code", "isin_growth", "isin_reinvest", "amc", "name", "plan", "option", "category",
      "category_version", "asset_class", "tax_class", "riskometer", "ter", "exit_load", "lock_in_days",
      "launch_date", "status", "benchmark")
    amfiCode = try fields.amfiCode("amfi_code")
    isinGrowth = try Self.isin("isin_growth", of: fields)
    isinReinvest = try Self.isin("isin_reinvest", of: fields)
    amc = try fields.string("amc")
    name = try fields.string("name")
    plan = try fields.choice("plan")
    option = try fields.choice("option")
    category = try fields.string("category")
    categoryVersion = try fields.string("category_version")
    assets = try fields.choice("asset_class")
    taxClass = try fields.choice("tax_class")
    riskometer = try fields.choice("riskometer")
    totalExpenseRatio = try fields.optionalDouble("ter", in: 0...10)
    exitLoads = try fields.optionalList("exit_load", ExitLoadRule.init(_:))
    lockInDays = try fields.optionalInt("lock_in_days", in: 0...36_500) ?? 0
    launchDate = try fields.date("launch_date")
    status = try fields.choice("status")
    benchmark = try fields.optionalString("benchmark")
  }

  /// A fund's ISIN: `INF` and nine more capital letters or digits.
  private static func isin(_ key: String, of fields: JSONFields) throws(FinanceError) -> String? {
    guard let isin = try fields.optionalString(key) else { return nil }
    let tail = isin.utf8.dropFirst(3)
    guard isin.hasPrefix("INF"), tail.count == 9,
      tail.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else { throw fields.error(.malformed, "must be an ISIN of a fund: INF and nine letters or digits", key) }
    return isin
  }
}

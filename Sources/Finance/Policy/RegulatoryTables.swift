import JSONKit

/// Rules of law and of the trade with the days they are in force: categories, tax, duty, cut-offs, ceilings.
///
/// A day for which a table has no row is an error, not the nearest row. None of the sources is a primary
/// document, so what comes of these rules is an estimate.
public struct RegulatoryTables: Sendable {
  private let categories: [DatedTable<SchemeCategories>]
  private let taxRules: DatedTable<GainsTaxRules>
  private let duties: DatedTable<StampDuty>
  private let cutoffTimes: DatedTable<CutoffTimes>
  private let ceilings: DatedTable<DefaultAllocations>
  private let hybridSplits: DatedTable<HybridSplit>
  private let overlapCaps: DatedTable<OverlapCap>
  private let limits: DatedTable<BalanceLimits>

  /// The tables that come with the project.
  ///
  /// - Throws: ``FinanceError`` when one of them is not a table; a test holds that none is.
  public static func embedded() throws(FinanceError) -> RegulatoryTables {
    try RegulatoryTables()
  }

  private init() throws(FinanceError) {
    var lists: [DatedTable<SchemeCategories>] = []
    for text in [Self.categories2017Table, Self.categories2026Table] {
      lists.append(try Self.table(text, "categories", SchemeCategories.init(_:)))
    }
    categories = lists
    taxRules = try Self.table(Self.taxRatesTable, "tax_rates", GainsTaxRules.init(_:))
    duties = try Self.table(Self.stampDutyTable, "stamp_duty", StampDuty.init(_:))
    cutoffTimes = try Self.table(Self.cutoffsTable, "cutoffs", CutoffTimes.init(_:))
    ceilings = try Self.table(Self.suitabilityTable, "suitability", DefaultAllocations.init(_:))
    hybridSplits = try Self.table(Self.hybridSplitTable, "hybrid_split", HybridSplit.init(_:))
    overlapCaps = try Self.table(Self.overlapCapTable, "overlap_cap", OverlapCap.init(_:))
    limits = try Self.table(Self.balanceLimitsTable, "balance_limits", BalanceLimits.init(_:))
  }

  /// SEBI's categories on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` before 6 October 2017.
  public func categories(on day: CivilDate) throws(FinanceError) -> SchemeCategories {
    for table in categories.dropLast() {
      if let row = try? table.row(on: day) { return row }
    }
    return try categories[categories.count - 1].row(on: day)
  }

  /// How gains on units sold on `day` are taxed.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` before 1 April 2018.
  public func taxRules(on day: CivilDate) throws(FinanceError) -> GainsTaxRules {
    try taxRules.row(on: day)
  }

  /// The stamp duty on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func stampDuty(on day: CivilDate) throws(FinanceError) -> StampDuty {
    try duties.row(on: day)
  }

  /// The cut-off times on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` before 1 February 2021.
  public func cutoffs(on day: CivilDate) throws(FinanceError) -> CutoffTimes {
    try cutoffTimes.row(on: day)
  }

  /// The largest part in equity that suits `profile` on `day` for money needed in `horizonMonths`; nil for an
  /// unknown profile, to which nothing may be recommended.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func equityCeiling(profile: RiskProfile, horizonMonths: Int, on day: CivilDate)
    throws(FinanceError) -> Double?
  {
    guard profile != .unknown else { return nil }
    return try ceilings.row(on: day).allocation(profile: profile, horizonMonths: horizonMonths)[.equity]
  }

  /// What a hybrid scheme counts as on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func hybridSplit(on day: CivilDate) throws(FinanceError) -> HybridSplit {
    try hybridSplits.row(on: day)
  }

  /// The largest part two equity schemes may hold in common on `day`, a ratio; nil while there was no rule.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func overlapCap(on day: CivilDate) throws(FinanceError) -> Double? {
    try overlapCaps.row(on: day).overlap
  }

  /// What counts as out of balance on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func balanceLimits(on day: CivilDate) throws(FinanceError) -> BalanceLimits {
    try limits.row(on: day)
  }

  private static func table<Row: Sendable>(
    _ text: String, _ name: String, _ read: (JSONFields) throws(FinanceError) -> Row
  ) throws(FinanceError) -> DatedTable<Row> {
    let json: JSONValue
    do {
      json = try JSONParser(options: .init(duplicateKeys: .refuse)).parse(text)
    } catch {
      throw FinanceError(.malformed, "the embedded table \"\(name)\" is no JSON", cause: error)
    }
    return try DatedTable(json, name: name, read: read)
  }
}

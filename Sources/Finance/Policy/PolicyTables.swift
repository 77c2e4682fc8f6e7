public import JSONKit

/// Rules with the days they are in force: disclaimers, caps, and the defaults a projection assumes.
///
/// Rules of regulators and our own conventions alike are data, never literals in code or in prompts; a day
/// for which a table has no row is an error, not the nearest row.
public struct PolicyTables: Sendable {
  private let disclaimers: DatedTable<[Disclaimer]>
  private let returnClamps: DatedTable<ReturnClamp>
  private let classReturns: DatedTable<[ClassAssumption]>
  private let defaultAllocations: DatedTable<DefaultAllocations>
  private let bands: DatedTable<GoalBands>
  private let simulationSeeds: DatedTable<UInt64>
  private let cooldowns: DatedTable<TopicCooldowns>
  private let advice: DatedTable<AdviceRules>

  /// The tables that come with the project.
  ///
  /// - Throws: ``FinanceError`` when one of them is not a table; a test holds that none is.
  public static func embedded() throws(FinanceError) -> PolicyTables {
    try PolicyTables(
      disclaimers: parse(disclaimersTable), returnClamp: parse(returnClampTable),
      classReturns: parse(classReturnsTable), defaultAllocations: parse(defaultAllocationsTable),
      bands: parse(goalBandsTable), topicCooldowns: parse(topicCooldownsTable),
      simulation: parse(simulationTable))
  }

  /// Tables read from JSON, one document each.
  ///
  /// - Parameter advice: nil for the table that comes with the project.
  /// - Throws: ``FinanceError`` with the pointer of what is wrong, also for days that are covered twice or
  ///   not at all between a table's first row and its last.
  public init(
    disclaimers: JSONValue, returnClamp: JSONValue, classReturns: JSONValue,
    defaultAllocations: JSONValue, bands: JSONValue, topicCooldowns: JSONValue, simulation: JSONValue,
    advice: JSONValue? = nil
  ) throws(FinanceError) {
    self.disclaimers = try DatedTable(disclaimers, name: "disclaimers", read: PolicyRows.disclaimers)
    returnClamps = try DatedTable(returnClamp, name: "return_clamp", read: PolicyRows.returnClamp)
    self.classReturns = try DatedTable(classReturns, name: "class_returns", read: PolicyRows.classReturns)
    self.defaultAllocations = try DatedTable(
      defaultAllocations, name: "default_allocations", read: DefaultAllocations.init(_:))
    self.bands = try DatedTable(bands, name: "goal_bands", read: PolicyRows.bands)
    simulationSeeds = try DatedTable(simulation, name: "simulation", read: PolicyRows.simulationSeed)
    cooldowns = try DatedTable(topicCooldowns, name: "topic_cooldowns", read: TopicCooldowns.init(_:))
    let adviceTable = if let advice { advice } else { try Self.parse(Self.adviceTable) }
    self.advice = try DatedTable(adviceTable, name: "advice", read: AdviceRules.init(_:))
  }

  /// The disclaimers in force on `day`, in the order they are shown.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func disclaimers(on day: CivilDate) throws(FinanceError) -> [Disclaimer] {
    try disclaimers.row(on: day)
  }

  /// The disclaimer called `id` in force on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the day or the disclaimer is not in the table.
  public func disclaimer(_ id: String, on day: CivilDate) throws(FinanceError) -> Disclaimer {
    guard let disclaimer = try disclaimers(on: day).first(where: { $0.id == id }) else {
      throw FinanceError(.missingPolicy, "there is no disclaimer \"\(id)\" on \(day)")
    }
    return disclaimer
  }

  /// The range of assumed returns allowed on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func returnClamp(on day: CivilDate) throws(FinanceError) -> ReturnClamp {
    try returnClamps.row(on: day)
  }

  /// What is assumed of each asset class on `day`, in the order of ``AssetClass``.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func classReturns(on day: CivilDate) throws(FinanceError) -> [ClassAssumption] {
    try classReturns.row(on: day)
  }

  /// How money is spread on `day` where a person has not said; an unknown profile counts as conservative.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func defaultAllocation(profile: RiskProfile, horizonMonths: Int, on day: CivilDate)
    throws(FinanceError) -> Allocation
  {
    try defaultAllocations.row(on: day).allocation(profile: profile, horizonMonths: horizonMonths)
  }

  /// The bands of the funded ratio in force on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func bands(on day: CivilDate) throws(FinanceError) -> GoalBands {
    try bands.row(on: day)
  }

  /// The seed simulations draw from on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func simulationSeed(on day: CivilDate) throws(FinanceError) -> UInt64 {
    try simulationSeeds.row(on: day)
  }

  /// How long a topic that was told rests, and which of its states is worse, by the rules in force on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func topicCooldowns(on day: CivilDate) throws(FinanceError) -> TopicCooldowns {
    try cooldowns.row(on: day)
  }

  /// How far proposals may go on `day`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when the table has no row for the day.
  public func advice(on day: CivilDate) throws(FinanceError) -> AdviceRules {
    try advice.row(on: day)
  }

  private static func parse(_ text: String) throws(FinanceError) -> JSONValue {
    do {
      return try JSONParser(options: .init(duplicateKeys: .refuse)).parse(text)
    } catch {
      throw FinanceError(.malformed, "an embedded policy table is no JSON", cause: error)
    }
  }
}

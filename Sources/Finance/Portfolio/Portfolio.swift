public import JSONKit

/// One person's goals, holdings and statements: the typed form of a `portfolio/1` document.
///
/// Reading checks every member, every identifier and every reference, so that what follows need not; the
/// statement under `cas` is read leniently, as statements vary.
public struct Portfolio: Sendable {
  /// The day the document speaks of.
  public let asOf: CivilDate
  /// The person.
  public internal(set) var user: User
  /// What is saved for, in the order of the file.
  public let goals: [Goal]
  /// The schemes held.
  public let holdings: [Holding]
  /// Which part of which holding is for which goal.
  public let shares: [GoalShare]
  /// The running and former instalment plans.
  public internal(set) var sips: [SIP]
  /// The person's preferences, unread.
  public let preferences: JSONObject
  /// The consolidated account statement with all transactions.
  public let cas: CASStatement
  /// Shares held beside the funds.
  public let stocks: [Stock]
  /// What a fixture expects; empty in a real portfolio.
  public let expected: ExpectedFacts

  /// Reads a `portfolio/1` document.
  ///
  /// - Throws: ``FinanceError`` with the pointer of the first member that is missing, unknown, of another
  ///   type, out of range, a duplicate, or a reference to nothing.
  public init(json: JSONValue) throws(FinanceError) {
    let fields = try JSONFields(json, at: .root)
    try fields.requireSchema("portfolio/1")
    try fields.allowOnly(
      "schema", "as_of", "user", "goals", "holdings", "shares", "sips", "prefs", "cas", "stocks", "expected")
    asOf = try fields.date("as_of")
    user = try User(try fields.fields("user"))
    goals = try fields.list("goals", Goal.init(_:))
    holdings = try fields.list("holdings", Holding.init(_:))
    shares = try fields.optionalList("shares", GoalShare.init(_:))
    sips = try fields.optionalList("sips", SIP.init(_:))
    preferences = try fields.optionalFields("prefs")?.object ?? JSONObject()
    cas = try CASStatement(try fields.fields("cas"))
    expected = try fields.optionalFields("expected").map(ExpectedFacts.init(_:)) ?? .none
    stocks = try fields.optionalList("stocks", Stock.init(_:))
    try checkReferences()
  }

  /// The goal called `id`.
  public func goal(_ id: String) -> Goal? { goals.first { $0.id == id } }

  /// The holding called `id`.
  public func holding(_ id: String) -> Holding? { holdings.first { $0.id == id } }
}

extension Portfolio {
  private func checkReferences() throws(FinanceError) {
    let goals = try Self.unique(goals.map(\.id), in: "goals")
    let holdings = try Self.unique(holdings.map(\.id), in: "holdings")
    let owned = holdings.union(try stockIDs(apartFrom: holdings))
    _ = try Self.unique(sips.map(\.id), in: "sips")
    var pairs: Set<[String]> = []
    var claimed: [String: Double] = [:]
    for (index, share) in shares.enumerated() {
      let place = JSONPointer(tokens: ["shares", String(index)])
      try Self.require(share.goal, in: goals, at: place.appending("goal"))
      try Self.require(share.holding, in: owned, at: place.appending("holding"))
      guard pairs.insert([share.goal, share.holding]).inserted else {
        throw FinanceError(.duplicate, "this goal already has a share of this holding", pointer: place)
      }
      claimed[share.holding, default: 0] += share.share
      guard claimed[share.holding, default: 0] <= 1 + 1e-9 else {
        throw FinanceError(
          .inconsistent, "the shares of \(share.holding) sum to more than 1",
          pointer: place.appending("share"))
      }
    }
    for (index, sip) in sips.enumerated() {
      let place = JSONPointer(tokens: ["sips", String(index)])
      try Self.require(sip.goal, in: goals, at: place.appending("goal"))
      try Self.require(sip.holding, in: holdings, at: place.appending("holding"))
    }
  }

  /// The identifiers of shares, which must not be those of holdings; goals refer to either alike.
  private func stockIDs(apartFrom holdings: Set<String>) throws(FinanceError) -> Set<String> {
    var seen: Set<String> = []
    for (index, stock) in stocks.enumerated() {
      guard let id = stock.id else { continue }
      guard !holdings.contains(id), seen.insert(id).inserted else {
        throw FinanceError(
          .duplicate, "the identifier \(id) is taken",
          pointer: JSONPointer(tokens: ["stocks", String(index), "id"]))
      }
    }
    return seen
  }

  private static func unique(_ ids: [String], in list: String) throws(FinanceError) -> Set<String> {
    var seen: Set<String> = []
    for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
      throw FinanceError(
        .duplicate, "the identifier \(id) is taken",
        pointer: JSONPointer(tokens: [list, String(index), "id"]))
    }
    return seen
  }

  private static func require(_ id: String, in known: Set<String>, at pointer: JSONPointer)
    throws(FinanceError)
  {
    guard known.contains(id) else {
      throw FinanceError(.badReference, "there is no \(id)", pointer: pointer)
    }
  }
}

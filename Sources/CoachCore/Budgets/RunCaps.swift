import Finance

/// The caps of one run: the policy's, each lowered by what the request and the user ask for, never raised.
struct RunCaps: Hashable, Sendable {
  private(set) var session: BudgetCap?
  private(set) var userDay: BudgetCap?
  private(set) var globalDay: BudgetCap?

  /// - Parameters:
  ///   - request: the cap a request sets for its own session.
  ///   - dailyTokens: what the user allows in a day.
  /// - Throws: `CoachError` with code `invalid_request` for a cap below nothing.
  init(_ policy: BudgetPolicy, request: BudgetCap? = nil, dailyTokens: Int? = nil) throws(CoachError) {
    try policy.check()
    guard request?.isNegative != true, (dailyTokens ?? 0) >= 0 else {
      throw CoachError(.invalidRequest, "a budget below nothing was asked for; leave it out, or ask for 0")
    }
    session = policy.session.map { $0.lowered(to: request) } ?? request
    let own = dailyTokens.map { BudgetCap(tokens: $0) }
    userDay = policy.userDay.map { $0.lowered(to: own) } ?? own
    globalDay = policy.globalDay
  }

  /// The accounts a call made on an IST day is charged to, the narrowest first.
  func scopes(session id: String, user: String, on day: CivilDate) -> [BudgetScope] {
    [
      session.map { BudgetScope.session(id, cap: $0) },
      userDay.map { BudgetScope.user(user, on: day, cap: $0) },
      globalDay.map { BudgetScope.global(on: day, cap: $0) },
    ].compactMap(\.self)
  }

  /// Whether any of them caps money.
  var capsMoney: Bool { [session, userDay, globalDay].contains { $0?.micros != nil } }
}

import CoachCore
import JSONKit

/// A cap of a day that several sessions had to keep together, and what they took of it.
struct SharedBudget: Codable, Hashable, Sendable {
  /// `user_day` or `global_day`.
  let scope: BudgetScope.Kind
  /// Whose account it is, from 1; nil for that of all.
  let user: Int?
  /// The case of the user's sessions; nil for the account of all.
  let caseID: String?
  /// In tokens; over midnight in India, that of all days the soak was held on.
  let cap: Int
  /// The tokens of all calls, or what the engine told of the account where that was more.
  let used: Int
  let sessions: Int
  /// Sessions that ended because this account had no room.
  let exhausted: Int

  enum CodingKeys: String, CodingKey {
    case scope, user
    case caseID = "case"
    case cap, used, sessions, exhausted
  }

  var isOverrun: Bool { used > cap }

  /// Adds up what sessions took.
  ///
  /// - Parameter days: how many days of India the soak touched; a call is charged to the day it is made on.
  private init(
    _ scope: BudgetScope.Kind, _ verdicts: [StreamVerdict], user: Int? = nil, cap: Int, days: Int
  ) {
    self.scope = scope
    self.user = user
    caseID = user == nil ? nil : verdicts.first?.caseID
    self.cap = cap.multipliedReportingOverflow(by: days).partialValue
    let sum = verdicts.reduce(0) { SessionTranscript.sum($0, $1.use.tokens) }
    let told = verdicts.filter { $0.use.ranOutOf == scope }
    used = max(sum, told.compactMap(\.use.spent).max() ?? 0)
    sessions = verdicts.count
    exhausted = told.count
  }

  /// The accounts of a soak, that of all first, then users in their order.
  ///
  /// - Parameters:
  ///   - warmUp: sessions before the first round, each another user's: they are charged to the account of all.
  ///   - days: how many days of India the soak touched, at least 1.
  static func all(
    _ verdicts: [StreamVerdict], warmUp: [StreamVerdict] = [], under caps: SoakCaps, days: Int = 1
  ) -> [SharedBudget] {
    var budgets: [SharedBudget] = []
    if let cap = caps.globalDay {
      budgets.append(SharedBudget(.globalDay, warmUp + verdicts, cap: cap, days: days))
    }
    if let cap = caps.userDay {
      let users = Dictionary(grouping: verdicts) { $0.log.plan.user }.sorted { $0.key < $1.key }
      budgets += users.map { SharedBudget(.userDay, $0.value, user: $0.key, cap: cap, days: days) }
    }
    return budgets
  }
}

extension SharedBudget {
  /// Whose account it is.
  var name: String {
    guard let user else { return "all users" }
    return "user \(user)" + (caseID.map { " (\($0))" } ?? "")
  }

  /// One line.
  var text: String {
    "\(name): \(Figures.count(used)) of \(Figures.count(cap)) tokens, \(exhausted) of \(sessions) sessions ran out of it"
  }

  /// What a gate's figure rests on beside sessions: `, 15 users and all together`.
  static func words(_ budgets: [SharedBudget]) -> String {
    let users = budgets.count { $0.scope == .userDay }
    let parts = [
      users > 0 ? "\(users) users" : nil, budgets.contains { $0.scope == .globalDay } ? "all together" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? "" : ", " + parts.joined(separator: " and ")
  }
}

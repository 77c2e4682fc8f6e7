import CoachCore
import JSONKit

/// The caps a case is run under, by account.
struct CaseBudget: Hashable, Sendable {
  /// What the request allows its session.
  var session: BudgetCap?
  /// What the engine allows one user a day.
  var userDay: BudgetCap?
  /// What the engine allows all users a day.
  var globalDay: BudgetCap?

  private static let keys = ["session", "user_day", "global_day"]

  /// No caps.
  init() {}

  /// Reads the caps of a case.
  ///
  /// - Parameter fields: those of the case.
  init(_ fields: SuiteFields, problems: inout [InputProblem]) {
    guard let accounts = fields.members("budget", allowed: Self.keys, &problems) else { return }
    session = Self.cap("session", accounts, &problems)
    userDay = Self.cap("user_day", accounts, &problems)
    globalDay = Self.cap("global_day", accounts, &problems)
    if Self.keys.allSatisfy({ accounts[$0] == nil }) {
      problems.append(
        InputProblem(
          fields.place("budget"), "nothing is capped here",
          remedy: "cap one of \(Self.keys.joined(separator: ", ")), or leave it out"))
    }
  }

  /// Whether money is capped, which needs a price.
  var capsMoney: Bool { [session, userDay, globalDay].contains { $0?.micros != nil } }

  private static func cap(
    _ key: String, _ accounts: SuiteFields, _ problems: inout [InputProblem]
  ) -> BudgetCap? {
    let keys = ["tokens", "micros"]
    guard let parts = accounts.members(key, allowed: keys, &problems) else { return nil }
    if keys.allSatisfy({ parts[$0] == nil }) {
      problems.append(
        InputProblem(
          accounts.place(key), "\"\(key)\" caps nothing", remedy: "write for example { tokens: 10000 }"))
    }
    let range = 0...1_000_000_000
    return BudgetCap(
      tokens: parts.count("tokens", in: range, &problems), micros: parts.count("micros", in: range, &problems)
    )
  }
}

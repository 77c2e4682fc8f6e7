/// The use of caps that sessions had to keep together, for the terminal and for the page.
struct SharedBudgetView {
  struct Row { let name, cap, used, share, width, sessions, exhausted, word, tone: String }

  static let shownUsers = 30

  /// The account of all, then the users that took the largest share.
  let rows: [Row]
  let note: String
  private let budgets: [SharedBudget]

  init(_ budgets: [SharedBudget]) {
    self.budgets = budgets
    let users = budgets.filter { $0.user != nil }.sorted { left, right in
      left.used == right.used ? (left.user ?? 0) < (right.user ?? 0) : left.used > right.used
    }
    rows = (budgets.filter { $0.user == nil } + users.prefix(Self.shownUsers)).map(Self.row)
    let passed = budgets.count { $0.isOverrun }
    note =
      "Caps of a day in India, which sessions side by side had to keep together; \(passed) of \(budgets.count) were "
      + "passed. Use is the sum over the calls of all their sessions, as their events tell it. A call sets aside the "
      + "most it can take, so that sessions run out before the last token of a cap is used."
      + (users.count > Self.shownUsers
        ? " The \(Self.shownUsers) users with the largest use of \(users.count) are shown." : "")
  }

  private static func row(_ budget: SharedBudget) -> Row {
    let share = budget.cap > 0 ? Double(budget.used) / Double(budget.cap) : budget.used > 0 ? .infinity : 0
    return Row(
      name: budget.name, cap: Figures.count(budget.cap), used: Figures.count(budget.used),
      share: Figures.percent(share), width: Figures.plain(min(share, 1) * 120, decimals: 1),
      sessions: Figures.count(budget.sessions), exhausted: Figures.count(budget.exhausted),
      word: budget.isOverrun
        ? "passed its cap" : budget.exhausted > 0 ? "ran out, kept its cap" : "kept its cap",
      tone: budget.isOverrun ? "bad" : "ok")
  }

  /// The lines of the terminal: the account of all, the users together, and each that passed its cap.
  var lines: [String] {
    guard !budgets.isEmpty else { return [] }
    var lines = ["", "budgets of a day"]
    lines += budgets.filter { $0.user == nil }.map { "  \($0.text)" }
    let users = budgets.filter { $0.user != nil }
    if let most = users.max(by: { $0.used < $1.used }) {
      lines.append(
        "  \(users.count) users, \(users.count { $0.exhausted > 0 }) of which ran out of theirs; the most used: \(most.text)"
      )
    }
    return lines + users.filter(\.isOverrun).map { "  FAIL  \($0.text)" }
  }
}

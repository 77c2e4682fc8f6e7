/// Why a call was refused by the budget.
enum BudgetRefusal: Hashable, Sendable {
  /// An account has no room: no new call, the rest by template.
  case account(BudgetScope.Kind)
  /// The prompt is longer than one call may send; other calls may still be made.
  case request

  /// The error the journal keeps, from which the refusal can be read again.
  var error: CoachError {
    switch self {
    case .account(let kind): CoachError(.budgetExhausted, "\(kind.rawValue): no room for another call")
    case .request: CoachError(.budgetExhausted, "request: the prompt is longer than one call may send")
    }
  }

  /// Reads the refusal an error tells of, nil for any other error.
  init?(_ error: CoachError) {
    guard error.code == .budgetExhausted else { return nil }
    let name = error.message.prefix { $0 != ":" }
    self = BudgetScope.Kind(rawValue: String(name)).map(BudgetRefusal.account) ?? .request
  }

}

/// The instalments that flow into a goal from a day on: its active SIPs with their steps up and their ends.
struct ContributionPlan {
  private let asOf: CivilDate
  private let sips: [(sip: SIP, stepUp: StepUp?)]

  /// The plan of `goal`; a SIP's own step-up wins, the goal's fills in.
  init(goal: Goal, sips: [SIP], asOf: CivilDate) {
    self.asOf = asOf
    self.sips = sips.filter { $0.goal == goal.id && $0.status == .active }
      .map { ($0, $0.stepUp ?? goal.stepUp) }
  }

  /// What is paid this month, over all SIPs that have begun and not ended.
  func monthlyAmount() throws(FinanceError) -> Money {
    try Money.sum(sips.filter { contributes($0.sip, month: 0) }.map(\.sip.amount))
  }

  /// The rupees paid in each of the first `months` months.
  func instalments(months: Int) -> [Double] {
    var totals = [Double](repeating: 0, count: max(0, months))
    for (sip, stepUp) in sips {
      var rises = 0
      for month in totals.indices {
        if let stepUp, risesIn(month, stepUp) { rises += 1 }
        guard contributes(sip, month: month) else { continue }
        let base = sip.amount.rupees
        totals[month] += stepUp?.instalment(base: base, rises: rises) ?? base
      }
    }
    return totals
  }

  /// Instalment k falls k months after the day; it is paid from the SIP's start to its end.
  private func contributes(_ sip: SIP, month: Int) -> Bool {
    let day = asOf.adding(months: month)
    return day >= sip.start && (sip.end.map { day <= $0 } ?? true)
  }

  /// Whether instalment `month` is the first after a rise.
  ///
  /// Instalment k belongs to the calendar month k + 1 months after the day; it rises when that is the month
  /// of the step-up. Without such a month every twelfth instalment rises.
  private func risesIn(_ month: Int, _ stepUp: StepUp) -> Bool {
    guard let calendarMonth = stepUp.month else { return month > 0 && month.isMultiple(of: 12) }
    return (asOf.month + month) % 12 + 1 == calendarMonth
  }
}

/// Cash flows netted by day: sorted, without zeros, times in years from the first, amounts scaled to at most 1.
struct NettedFlows {
  /// Years (of 365 days) since the first flow given, ascending.
  private(set) var times: [Double] = []
  /// Amounts over the largest magnitude; the rate does not depend on the scale.
  private(set) var amounts: [Double] = []
  /// How often the sign changes from one day to the next.
  private(set) var signChanges = 0

  /// Nets `flows`, with times by `dayCount`; nil when an amount is not finite.
  init?(_ flows: [CashFlow], dayCount: DayCount = .actual365Fixed) {
    var largest = 0.0
    var isSorted = true
    for index in flows.indices {
      guard flows[index].amount.isFinite else { return nil }
      largest = max(largest, flows[index].amount.magnitude)
      isSorted = isSorted && (index == 0 || flows[index - 1].date <= flows[index].date)
    }
    guard largest > 0 else { return }
    net(isSorted ? flows : flows.sorted { $0.date < $1.date }, largest: largest)
    if dayCount != .actual365Fixed { recount(from: flows.map(\.date).min(), dayCount) }
  }

  /// Flows one period apart, the first at time 0; nil when an amount is not finite.
  init?(periodic amounts: [Double]) {
    guard amounts.allSatisfy(\.isFinite) else { return nil }
    let largest = amounts.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return }
    for (period, amount) in amounts.enumerated() where amount != 0 {
      append(amount / largest, at: Double(period))
    }
  }

  private mutating func net(_ flows: [CashFlow], largest: Double) {
    times.reserveCapacity(flows.count)
    amounts.reserveCapacity(flows.count)
    let first = flows[0].date.daysSince1970
    var index = 0
    while index < flows.count {
      let day = flows[index].date.daysSince1970
      var net = 0.0
      var gross = 0.0
      while index < flows.count, flows[index].date.daysSince1970 == day {
        let amount = flows[index].amount / largest
        net += amount
        gross += amount.magnitude
        index += 1
      }
      // What is left of 0.1 + 0.2 − 0.3 is rounding, not a flow.
      guard net.magnitude > 4 * Double.ulpOfOne * gross else { continue }
      append(net, at: Double(day - first) / 365)
    }
  }

  private mutating func append(_ net: Double, at time: Double) {
    if let last = amounts.last, (last < 0) != (net < 0) { signChanges += 1 }
    times.append(time)
    amounts.append(net)
  }

  /// Replaces the times, which are whole days over 365 so far, by those of another convention.
  private mutating func recount(from first: CivilDate?, _ dayCount: DayCount) {
    guard let first else { return }
    times = times.map { dayCount.years(from: first, to: first.adding(days: Int(($0 * 365).rounded()))) }
  }
}

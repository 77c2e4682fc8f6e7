import Foundation

/// Flows with one change of sign: all of one sign up to some day, all of the other after it.
///
/// With u = ln(1+r) the balance is L(u) = E(u), present values of the later and the earlier flows by
/// magnitude. The solver works on h(u) = ln L − ln E, which falls with a slope between the negated time
/// spans of the flows: nearly a straight line, so Newton's method needs three or four evaluations and the
/// slope bounds bracket the root from the first.
struct ConventionalFlows {
  private let times: [Double]
  private let weights: [Double]
  /// The index of the first flow after the change of sign.
  private let turn: Int

  init(_ flows: NettedFlows) {
    times = flows.times
    weights = flows.amounts.map(\.magnitude)
    let isNegative = flows.amounts[0] < 0
    turn = flows.amounts.firstIndex { ($0 < 0) != isNegative } ?? flows.amounts.count
  }

  func solve() -> XirrResult {
    guard let u = root(), let rate = Xirr.rate(logarithmic: u) else { return .outOfRange }
    return .ok(rate: rate, signChanges: 1)
  }

  private func root() -> Double? {
    var u = initialGuess
    var low = -Double.infinity
    var high = Double.infinity
    for _ in 0..<200 {
      let (value, slope) = evaluate(u)
      if value == 0 { return u }
      if value > 0 { low = u } else { high = u }
      var next = u - value / slope
      if !(next > low && next < high) {
        next = bisected(low: low, high: high, from: value)
      }
      let step = (next - u).magnitude
      u = next
      if step <= 1e-15 * max(1, u.magnitude) || step <= u.magnitude * 2 * Double.ulpOfOne { return u }
    }
    return u.isFinite ? u : nil
  }

  /// The rate at which the later flows, all at their mean time, would pay for the earlier ones.
  private var initialGuess: Double {
    let (early, earlyTime) = total(0..<turn)
    let (late, lateTime) = total(turn..<times.count)
    return log(late / early) / (lateTime - earlyTime)
  }

  private func total(_ range: Range<Int>) -> (weight: Double, meanTime: Double) {
    var weight = 0.0
    var moment = 0.0
    for index in range {
      weight += weights[index]
      moment += weights[index] * times[index]
    }
    return (weight, moment / weight)
  }

  /// The middle of the bracket, or the farthest the slope bounds let the root be from its known end.
  private func bisected(low: Double, high: Double, from value: Double) -> Double {
    if low.isFinite && high.isFinite { return low + (high - low) / 2 }
    let gentlest = times[turn] - times[turn - 1]
    return low.isFinite ? low + value / gentlest : high + value / gentlest
  }

  /// h(u) and its slope, each side scaled by its largest term so that nothing overflows.
  private func evaluate(_ u: Double) -> (value: Double, slope: Double) {
    let early = presentValue(0..<turn, u)
    let late = presentValue(turn..<times.count, u)
    return (
      log(late.sum / early.sum) + (late.exponent - early.exponent),
      early.moment / early.sum - late.moment / late.sum
    )
  }

  private func presentValue(_ range: Range<Int>, _ u: Double)
    -> (sum: Double, moment: Double, exponent: Double)
  {
    let exponent = -u * (u > 0 ? times[range.lowerBound] : times[range.upperBound - 1])
    var sum = 0.0
    var moment = 0.0
    for index in range {
      let term = weights[index] * exp(-u * times[index] - exponent)
      sum += term
      moment += term * times[index]
    }
    return (sum, moment, exponent)
  }
}

import Foundation

/// Flows with several changes of sign, which may have several rates or none: all of them are looked for.
///
/// The balance g(u) = Σ aᵢe^(−uτᵢ), u = ln(1+r), is scanned over u from −37 (r = −1 to the last digit) to
/// 709 (r at the end of `Double`): in steps of 1/400 between −3 and 3, where rates of real portfolios lie,
/// in growing steps beyond. Every change of sign is refined.
struct ScannedFlows {
  private let flows: NettedFlows

  init(_ flows: NettedFlows) {
    self.flows = flows
  }

  func solve() -> XirrResult {
    let rates = roots().compactMap(Xirr.rate(logarithmic:))
    switch rates.count {
    case 0:
      // An odd number of changes has a root somewhere, so it must lie beyond the range.
      return flows.signChanges.isMultiple(of: 2) ? .noRealRoot : .outOfRange
    case 1: return .ok(rate: rates[0], signChanges: flows.signChanges)
    default: return .multipleRoots(rates)
    }
  }

  private func roots() -> [Double] {
    var roots: [Double] = []
    var previous: (u: Double, sign: Int)?
    for (u, sign) in scan() {
      if sign == 0 {
        roots.append(u)
      } else if let before = previous, before.sign * sign < 0 {
        roots.append(refined(low: before.u, high: u, lowSign: before.sign))
      }
      previous = (u, sign)
    }
    return roots
  }

  /// The sign of g at every point of the scan, ascending, as far out as it can still change.
  private func scan() -> [(u: Double, sign: Int)] {
    let low = Self.blocks.first { isSettled(-Double($0) / 400) }
    let high = Self.blocks.first { isSettled(Double($0) / 400) }
    func points(_ tail: [Double]) -> [(u: Double, sign: Int)] { tail.map { ($0, sign(evaluate($0).value)) } }
    let below = low == nil ? points(tail(from: -3, to: -37).reversed()) : []
    let above = high == nil ? points(tail(from: 3, to: 709)) : []
    return below + grid(from: -(low ?? 1200), through: high ?? 1200) + above
  }

  /// The ends of the grid's blocks, in steps of 1/400 from 0.
  private static let blocks = Array(stride(from: 40, through: 1200, by: 40))

  /// Growing steps outward, up to the first at which the sign is settled.
  private func tail(from start: Double, to end: Double) -> [Double] {
    var points: [Double] = []
    var u = start
    while u.magnitude < end.magnitude {
      u *= 1.03
      points.append(u > 0 ? min(u, end) : u)
      if isSettled(u) { break }
    }
    return points
  }

  /// Whether the first flow (for positive `u`) or the last one outweighs all others, as it then does at
  /// every point farther out.
  private func isSettled(_ u: Double) -> Bool {
    let shift = exponentShift(u)
    var total = 0.0
    for index in weighty(u, shift) {
      total += flows.amounts[index].magnitude * exp(-u * flows.times[index] - shift)
    }
    let outermost = (u > 0 ? flows.amounts.first : flows.amounts.last) ?? 0
    return 2 * outermost.magnitude > total * (1 + 1e-9)
  }

  /// The signs at `low`/400 … `high`/400, found by multiplying each term on from point to point; every 40
  /// points the terms start afresh, which keeps rounding below what can turn a sign.
  private func grid(from low: Int, through high: Int) -> [(u: Double, sign: Int)] {
    let factors = lanes { exp(-flows.times[$0] / 400) }
    var signs: [(u: Double, sign: Int)] = []
    for start in stride(from: low, through: high, by: 40) {
      var terms = self.terms(at: Double(start) / 400)
      for point in start..<min(start + 40, high + 1) {
        var sum = SIMD4<Double>.zero
        for index in terms.indices {
          sum += terms[index]
          terms[index] *= factors[index]
        }
        signs.append((Double(point) / 400, sign(sum.sum())))
      }
    }
    return signs
  }

  private func terms(at u: Double) -> [SIMD4<Double>] {
    let shift = exponentShift(u)
    return lanes { flows.amounts[$0] * exp(-u * flows.times[$0] - shift) }
  }

  /// A number for each flow, four side by side, the last ones filled up with zeros.
  private func lanes(_ number: (Int) -> Double) -> [SIMD4<Double>] {
    let count = flows.times.count
    return stride(from: 0, to: count, by: 4).map { start in
      var lane = SIMD4<Double>.zero
      for offset in 0..<min(4, count - start) { lane[offset] = number(start + offset) }
      return lane
    }
  }

  /// The largest exponent of a term at `u`, taken out so that no term overflows; it turns no sign.
  private func exponentShift(_ u: Double) -> Double {
    -u * ((u > 0 ? flows.times.first : flows.times.last) ?? 0)
  }

  /// The flows whose terms at `u` can turn a sign: beyond e^−80 they are far below rounding.
  private func weighty(_ u: Double, _ shift: Double) -> Range<Int> {
    guard u != 0 else { return flows.times.indices }
    let edge = flows.times.partitioningIndex { (u > 0) == (-u * $0 - shift < -80) }
    return u > 0 ? 0..<edge : edge..<flows.times.count
  }

  private func sign(_ value: Double) -> Int {
    value > 0 ? 1 : value < 0 ? -1 : 0
  }

  private func evaluate(_ u: Double) -> (value: Double, slope: Double) {
    let shift = exponentShift(u)
    var value = 0.0
    var slope = 0.0
    for index in weighty(u, shift) {
      let term = flows.amounts[index] * exp(-u * flows.times[index] - shift)
      value += term
      slope -= term * flows.times[index]
    }
    return (value, slope)
  }

  /// The root between `low` and `high` by Newton's method, every step kept inside the bracket.
  private func refined(low: Double, high: Double, lowSign: Int) -> Double {
    var (low, high) = (low, high)
    var u = low + (high - low) / 2
    for _ in 0..<200 {
      let (value, slope) = evaluate(u)
      if value == 0 { return u }
      if sign(value) == lowSign { low = u } else { high = u }
      var next = u - value / slope
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      let step = (next - u).magnitude
      u = next
      if step <= 1e-15 * max(0.01, u.magnitude) { break }
    }
    return u
  }
}

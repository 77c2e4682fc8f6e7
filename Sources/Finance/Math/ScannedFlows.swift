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

  /// The sign of g at every point of the scan, ascending.
  private func scan() -> [(u: Double, sign: Int)] {
    var negativeTail: [Double] = []
    var u = -3.0
    while u > -37 {
      u *= 1.03
      negativeTail.append(u)
    }
    var positiveTail: [Double] = []
    u = 3
    while u < 709 {
      u *= 1.03
      positiveTail.append(min(u, 709))
    }
    func points(_ tail: [Double]) -> [(u: Double, sign: Int)] { tail.map { ($0, sign(evaluate($0).value)) } }
    return points(negativeTail.reversed()) + grid() + points(positiveTail)
  }

  /// The signs at −3, −3 + 1/400, … 3, found by multiplying each term on from point to point; every 40
  /// points the terms start afresh, which keeps rounding below what can turn a sign.
  private func grid() -> [(u: Double, sign: Int)] {
    let block = 40
    let factors = flows.times.map { exp(-$0 / 400) }
    var signs: [(u: Double, sign: Int)] = []
    for start in stride(from: -1200, through: 1200, by: block) {
      var terms = self.terms(at: Double(start) / 400)
      for point in start..<min(start + block, 1201) {
        var sum = 0.0
        for index in terms.indices {
          sum += terms[index]
          terms[index] *= factors[index]
        }
        signs.append((Double(point) / 400, sign(sum)))
      }
    }
    return signs
  }

  private func terms(at u: Double) -> [Double] {
    let shift = exponentShift(u)
    return flows.times.indices.map { flows.amounts[$0] * exp(-u * flows.times[$0] - shift) }
  }

  /// The largest exponent of a term at `u`, taken out so that no term overflows; it turns no sign.
  private func exponentShift(_ u: Double) -> Double {
    -u * ((u > 0 ? flows.times.first : flows.times.last) ?? 0)
  }

  private func sign(_ value: Double) -> Int {
    value > 0 ? 1 : value < 0 ? -1 : 0
  }

  private func evaluate(_ u: Double) -> (value: Double, slope: Double) {
    let shift = exponentShift(u)
    var value = 0.0
    var slope = 0.0
    for index in flows.times.indices {
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

/// What the simulated paths of a plan came to.
///
/// A probability from it is worded "in N simulated paths under the stated assumptions" and shown to whole
/// percent: its standard error is √(p(1−p)/N).
public struct MonteCarloOutcome: Hashable, Sendable {
  /// The final values in rupees, ascending.
  public let finalValues: [Double]

  /// - Throws: ``FinanceError`` `outOfRange` when there is no value or one is not finite.
  init(finalValues: [Double]) throws(FinanceError) {
    guard !finalValues.isEmpty, finalValues.allSatisfy(\.isFinite) else {
      throw FinanceError(.outOfRange, "a simulated value is not finite; check the plan's amounts")
    }
    self.finalValues = finalValues.sorted()
  }

  /// The number of paths.
  public var paths: Int { finalValues.count }

  /// How many paths end at `target` rupees or more.
  public func successes(reaching target: Double) -> Int {
    paths - finalValues.partitioningIndex { $0 >= target }
  }

  /// The part of the paths that end at `target` rupees or more.
  public func probability(reaching target: Double) -> Double {
    Double(successes(reaching: target)) / Double(paths)
  }

  /// The standard error of ``probability(reaching:)``.
  public func standardError(reaching target: Double) -> Double {
    let probability = probability(reaching: target)
    return (probability * (1 - probability) / Double(paths)).squareRoot()
  }

  /// The value that the part `probability` of the paths stays below, interpolated between neighbours
  /// (type 7 of Hyndman and Fan); `probability` is held within 0 and 1.
  public func quantile(_ probability: Double) -> Double {
    let place = min(max(probability, 0), 1) * Double(paths - 1)
    let low = Int(place)
    guard low + 1 < paths else { return finalValues[paths - 1] }
    let part = place - Double(low)
    return finalValues[low] + part * (finalValues[low + 1] - finalValues[low])
  }
}

extension Array {
  /// The first index whose element satisfies `belongs`, which holds for every element after one that does.
  func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

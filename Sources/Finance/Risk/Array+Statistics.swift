extension Array where Element == Double {
  /// The arithmetic mean; 0 for nothing.
  var mean: Double {
    isEmpty ? 0 : reduce(0, +) / Double(count)
  }

  /// The sample standard deviation (n − 1); nil for fewer than two numbers.
  var sampleDeviation: Double? {
    guard count >= 2 else { return nil }
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
  }

  /// A spread this small is rounding: all numbers are the same.
  var negligible: Double {
    (map(\.magnitude).max() ?? 0) * 1e-14
  }

  /// The middle one of the numbers, or the mean of the two middle ones; nil for nothing.
  var median: Double? {
    guard !isEmpty else { return nil }
    let ascending = sorted()
    let middle = count / 2
    return count.isMultiple(of: 2) ? (ascending[middle - 1] + ascending[middle]) / 2 : ascending[middle]
  }
}

import JSONKit

/// How far two numbers may lie apart and still count as equal: the larger of an absolute and a relative distance.
struct Tolerance: Hashable, Sendable {
  var absolute: Double
  var relative: Double

  init(absolute: Double = 0, relative: Double = 0) {
    self.absolute = absolute
    self.relative = relative
  }

  /// What ratios are compared at unless a case says otherwise.
  static let standard = Tolerance(relative: 1e-9)

  /// Reads a relative distance, or `{abs, rel}`.
  init(_ reader: SpecReader) throws(ScoringError) {
    if reader.value.object == nil {
      self.init(relative: try Self.distance(reader))
    } else {
      try reader.requireObject(of: ["abs", "rel"])
      self.init(
        absolute: try reader["abs"].map { (reader) throws(ScoringError) in try Self.distance(reader) } ?? 0,
        relative: try reader["rel"].map { (reader) throws(ScoringError) in try Self.distance(reader) } ?? 0)
    }
  }

  private static func distance(_ reader: SpecReader) throws(ScoringError) -> Double {
    let distance = try reader.number()
    guard distance >= 0 else { throw reader.refused(.badValue, "a tolerance is not negative") }
    return distance
  }

  func allows(_ expected: JSONNumber, _ actual: JSONNumber) -> Bool {
    if expected == actual { return true }
    let (expected, actual) = (expected.double, actual.double)
    guard expected.isFinite, actual.isFinite else { return false }
    // The scale is the larger of the two, so that comparing is symmetric.
    return abs(expected - actual) <= max(absolute, relative * max(abs(expected), abs(actual)))
  }
}

public import JSONKit

extension GoldenDifference {
  /// The first place where two values differ, to the last digit; nil where they are the same.
  ///
  /// Members are walked in the order of the expected value, then those only the actual one has.
  public static func first(expected: JSONValue, actual: JSONValue) -> GoldenDifference? {
    first(expected, actual, at: .root)
  }

  private static func first(
    _ expected: JSONValue?, _ actual: JSONValue?, at pointer: JSONPointer
  ) -> GoldenDifference? {
    if expected == actual { return nil }
    switch (expected, actual) {
    case (.object(let left)?, .object(let right)?):
      for key in left.keys + right.keys.filter({ left[$0] == nil }) {
        if let found = first(left[key], right[key], at: pointer.appending(key)) { return found }
      }
    case (.array(let left)?, .array(let right)?):
      for index in 0..<max(left.count, right.count) {
        let (own, other) = (JSONValue.array(left)[index], JSONValue.array(right)[index])
        if let found = first(own, other, at: pointer.appending(index)) { return found }
      }
    default: break
    }
    return GoldenDifference(pointer: pointer, expected: expected, actual: actual)
  }
}

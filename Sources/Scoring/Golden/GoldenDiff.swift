public import JSONKit

/// Compares a golden with what a run produced, place by place.
///
/// Two numbers that both have at most two decimals (money in paise, counts) are compared exactly, others at 1e-9
/// relative; a tolerance in the options replaces either.
public struct GoldenDiff: Sendable {
  private let options: GoldenOptions

  /// Compares as the options say.
  public init(options: GoldenOptions = GoldenOptions()) {
    self.options = options
  }

  /// The differences, in the order of the golden, what only the run has after what the golden has.
  public func differences(expected: JSONValue, actual: JSONValue) -> [GoldenDifference] {
    differences(expected, actual, at: .root)
  }

  private func differences(
    _ expected: JSONValue?, _ actual: JSONValue?, at pointer: JSONPointer
  ) -> [GoldenDifference] {
    if options.ignores(pointer) { return [] }
    switch (expected, actual) {
    case (.object(let expected)?, .object(let actual)?):
      return objectDifferences(expected, actual, at: pointer)
    case (.array(let expected)?, .array(let actual)?):
      return options.identifyingKey(at: pointer).flatMap {
        matchedDifferences(expected, actual, by: $0, at: pointer)
      } ?? arrayDifferences(expected, actual, at: pointer)
    case (.number(let expectedNumber)?, .number(let actualNumber)?):
      if areEqual(expectedNumber, actualNumber, at: pointer) { return [] }
    default:
      if expected == actual { return [] }
    }
    return [GoldenDifference(pointer: pointer, expected: expected, actual: actual)]
  }

  private func objectDifferences(
    _ expected: JSONObject, _ actual: JSONObject, at pointer: JSONPointer
  ) -> [GoldenDifference] {
    let keys = expected.keys + actual.keys.filter { expected[$0] == nil }
    return keys.flatMap { differences(expected[$0], actual[$0], at: pointer.appending($0)) }
  }

  private func arrayDifferences(
    _ expected: [JSONValue], _ actual: [JSONValue], at pointer: JSONPointer
  ) -> [GoldenDifference] {
    (0..<max(expected.count, actual.count)).flatMap { index in
      differences(
        JSONValue.array(expected)[index], JSONValue.array(actual)[index], at: pointer.appending(index))
    }
  }

  /// The differences of elements with the same identifying member; nil when the member does not identify every
  /// element of both sides, so that nothing is matched by guess.
  private func matchedDifferences(
    _ expected: [JSONValue], _ actual: [JSONValue], by key: String, at pointer: JSONPointer
  ) -> [GoldenDifference]? {
    guard let expectedIDs = Self.identities(expected, key), let actualIDs = Self.identities(actual, key)
    else {
      return nil
    }
    let fromExpected = expected.indices.flatMap { index in
      let partner = actualIDs[expectedIDs.order[index]].map { actual[$0] }
      return differences(expected[index], partner, at: pointer.appending(index))
    }
    let extra = actual.indices.filter { expectedIDs[actualIDs.order[$0]] == nil }.flatMap { index in
      differences(.none, actual[index], at: pointer.appending(index))
    }
    return fromExpected + extra
  }

  private struct Identities {
    let order: [JSONValue]
    let positions: [JSONValue: Int]

    subscript(identity: JSONValue) -> Int? { positions[identity] }
  }

  private static func identities(_ elements: [JSONValue], _ key: String) -> Identities? {
    let order = elements.compactMap { $0[key] }
    guard order.count == elements.count else { return nil }
    let positions = Dictionary(zip(order, order.indices)) { first, _ in first }
    return positions.count == order.count ? Identities(order: order, positions: positions) : nil
  }

  private func areEqual(_ expected: JSONNumber, _ actual: JSONNumber, at pointer: JSONPointer) -> Bool {
    if let tolerance = options.tolerance(at: pointer) { return tolerance.allows(expected, actual) }
    // At ten crore rupees 1e-9 relative is ten paise; money is compared by its digits.
    if Self.isInHundredths(expected), Self.isInHundredths(actual) { return expected == actual }
    return Tolerance.standard.allows(expected, actual)
  }

  private static func isInHundredths(_ number: JSONNumber) -> Bool {
    guard !number.text.contains(where: { $0 == "e" || $0 == "E" }) else { return false }
    return number.text.drop { $0 != "." }.count <= ".00".count
  }
}

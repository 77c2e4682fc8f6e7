import JSONKit

/// How far a result may be from what is expected: max(absolute, relative × |expected|).
struct Tolerance {
  var absolute = 0.0
  var relative = 0.0
  private var fields: [String: JSONValue] = [:]

  init(absolute: Double, relative: Double) {
    self.absolute = absolute
    self.relative = relative
  }

  /// The tolerance of a case, with overrides by field name.
  init(json: JSONValue?) {
    absolute = json?["abs"]?.double ?? 0
    relative = json?["rel"]?.double ?? 0
    for (key, value) in json?["fields"]?.object ?? [:] { fields[key] = value }
  }

  func accepts(_ got: Double, _ expected: Double) -> Bool {
    (got - expected).magnitude <= max(absolute, relative * expected.magnitude)
  }

  /// The first difference, applied to every number inside `expected`; all else must be equal.
  func difference(_ got: JSONValue, _ expected: JSONValue, at path: String = "") -> String? {
    if let expectedNumber = expected.double, let gotNumber = got.double {
      let isClose = accepts(gotNumber, expectedNumber)
      return isClose ? nil : "\(path): got \(gotNumber), expected \(expectedNumber)"
    }
    if let members = expected.object, let object = got.object {
      for (key, value) in members {
        let tolerance = fields[key].map { Tolerance(json: $0) } ?? self
        guard let member = object[key] else { return "\(path)/\(key): missing" }
        if let found = tolerance.difference(member, value, at: "\(path)/\(key)") { return found }
      }
      return nil
    }
    if let elements = expected.array, let array = got.array, elements.count == array.count {
      for (index, element) in elements.enumerated() {
        if let found = difference(array[index], element, at: "\(path)/\(index)") { return found }
      }
      return nil
    }
    return got == expected ? nil : "\(path): got \(got.compact()), expected \(expected.compact())"
  }
}

extension Tolerance: CustomStringConvertible {
  /// The two bounds, the larger of which counts.
  var description: String { "abs \(absolute), rel \(relative)" }
}

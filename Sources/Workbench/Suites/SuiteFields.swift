import Finance
import JSONKit
import Scoring

/// Reads the members of one mapping of a suite, collecting every problem with its place.
struct SuiteFields {
  let document: YAMLDocument
  let pointer: JSONPointer
  private let object: JSONObject

  /// - Parameter allowed: the keys there are; any other is a problem with the nearest of them as a suggestion.
  init?(
    _ value: JSONValue?, at pointer: JSONPointer, in document: YAMLDocument, allowed: [String],
    problems: inout [InputProblem]
  ) {
    guard let object = value?.object else {
      problems.append(
        InputProblem(
          document.place(pointer), "this is \(value?.typeName ?? "absent"); a mapping is needed here"))
      return nil
    }
    self.document = document
    self.pointer = pointer
    self.object = object
    for key in object.keys where !allowed.contains(key) {
      problems.append(
        InputProblem(
          document.keyPlace(pointer.appending(key)), "unknown key \"\(key)\"",
          remedy: Suggestion.remedy(for: key, among: allowed)))
    }
  }

  subscript(key: String) -> JSONValue? { object[key] }

  func place(_ key: String) -> SourcePlace { document.place(pointer.appending(key)) }

  func text(_ key: String, _ problems: inout [InputProblem]) -> String? {
    guard let value = object[key] else { return nil }
    guard let text = value.string, !text.isEmpty else {
      return wrong(key, "text", value, &problems)
    }
    return text
  }

  func requiredText(_ key: String, _ problems: inout [InputProblem]) -> String? {
    guard object[key] != nil else {
      problems.append(InputProblem(document.place(pointer), "the key \"\(key)\" is missing"))
      return nil
    }
    return text(key, &problems)
  }

  func texts(_ key: String, _ problems: inout [InputProblem]) -> [String]? {
    guard let value = object[key] else { return nil }
    guard let elements = value.array, elements.allSatisfy({ $0.string != nil }) else {
      return wrong(key, "a list of texts", value, &problems)
    }
    return elements.compactMap(\.string)
  }

  func count(_ key: String, in range: ClosedRange<Int>, _ problems: inout [InputProblem]) -> Int? {
    guard let value = object[key] else { return nil }
    guard let number = value.int, range.contains(number) else {
      return wrong(key, "a whole number from \(range.lowerBound) to \(range.upperBound)", value, &problems)
    }
    return number
  }

  func date(_ key: String, _ problems: inout [InputProblem]) -> CivilDate? {
    guard let value = object[key] else { return nil }
    guard let text = value.string, let date = CivilDate(iso: text) else {
      return wrong(key, "a date such as 2026-08-14", value, &problems)
    }
    return date
  }

  /// A duration such as `30s`, `500ms` or `2m`.
  func duration(_ key: String, _ problems: inout [InputProblem]) -> Duration? {
    guard let value = object[key] else { return nil }
    guard let text = value.string, let duration = Duration(suiteText: text), duration > .zero else {
      return wrong(key, "a duration such as 30s, 500ms or 2m", value, &problems)
    }
    return duration
  }

  func wrong<Value>(
    _ key: String, _ wanted: String, _ value: JSONValue, _ problems: inout [InputProblem]
  ) -> Value? {
    problems.append(
      InputProblem(place(key), "\"\(key)\" is \(Self.described(value))", remedy: "write \(wanted)"))
    return nil
  }

  private static func described(_ value: JSONValue) -> String {
    let text = value.compact()
    return text.count <= 40 ? text : "\(value.typeName) \(text.prefix(37))…"
  }
}

extension Duration {
  /// Reads a number and a unit: `ms`, `s` or `m`.
  init?(suiteText text: String) {
    let number = text.prefix { $0.isNumber || $0 == "." }
    guard let value = Double(number), value.isFinite, value < 1e6 else { return nil }
    switch text[number.endIndex...] {
    case "ms": self = .microseconds(Int64(value * 1000))
    case "s": self = .microseconds(Int64(value * 1_000_000))
    case "m": self = .microseconds(Int64(value * 60_000_000))
    default: return nil
    }
  }
}

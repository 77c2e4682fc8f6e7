import JSONKit

/// Reads a check's options, knowing where it stands so that every mistake can be pointed at.
struct SpecReader: Sendable {
  let value: JSONValue
  let pointer: JSONPointer

  init(_ value: JSONValue, at pointer: JSONPointer) {
    self.value = value
    self.pointer = pointer
  }

  func refused(_ code: ScoringError.Code, _ message: String, suggestion: String? = nil) -> ScoringError {
    ScoringError(code, message, at: pointer, suggestion: suggestion)
  }

  func wrongType(_ expected: String) -> ScoringError {
    refused(.wrongType, "expected \(expected), found \(value.typeName)")
  }

  /// Makes sure that this is an object with no key but these.
  func requireObject(of keys: [String]) throws(ScoringError) {
    guard let object = value.object else { throw wrongType("an object with \(keys.joined(separator: ", "))") }
    for key in object.keys where !keys.contains(key) {
      throw ScoringError(
        .unknownKey, "unknown option `\(key)`; known are \(keys.joined(separator: ", "))",
        at: pointer.appending(key), suggestion: Suggestion.nearest(to: key, among: keys))
    }
  }

  /// The member with a key, if there is one.
  subscript(key: String) -> SpecReader? {
    value[key].map { SpecReader($0, at: pointer.appending(key)) }
  }

  /// The members of an object, in order.
  func members(_ expected: String) throws(ScoringError) -> [(key: String, reader: SpecReader)] {
    guard let object = value.object else { throw wrongType(expected) }
    return object.map { ($0.key, SpecReader($0.value, at: pointer.appending($0.key))) }
  }

  func string(_ expected: String = "a text") throws(ScoringError) -> String {
    guard let text = value.string else { throw wrongType(expected) }
    return text
  }

  /// A text that is not empty, since an empty one is contained in everything.
  func phrase() throws(ScoringError) -> String {
    let text = try string()
    guard !FoldedText(text).isEmpty else { throw refused(.badValue, "an empty text is found everywhere") }
    return text
  }

  /// One phrase, or a list of at least one.
  func phrases() throws(ScoringError) -> [String] {
    guard let elements = value.array else { return [try phrase()] }
    guard !elements.isEmpty else { throw refused(.badValue, "an empty list asks for nothing") }
    var phrases: [String] = []
    for (index, element) in elements.enumerated() {
      phrases.append(try SpecReader(element, at: pointer.appending(index)).phrase())
    }
    return phrases
  }

  func bool() throws(ScoringError) -> Bool {
    guard let bool = value.bool else { throw wrongType("true or false") }
    return bool
  }

  func number() throws(ScoringError) -> Double {
    guard let number = value.double else { throw wrongType("a number") }
    guard number.isFinite else { throw refused(.badValue, "the number is out of range") }
    return number
  }

  /// A whole number from zero.
  func count() throws(ScoringError) -> Int {
    guard value.number != nil else { throw wrongType("a whole number") }
    guard let count = value.int, count >= 0 else {
      throw refused(.badValue, "expected a whole number from 0, found \(value)")
    }
    return count
  }

  /// A duration with its unit (`2s`, `500ms`, `250us`), in milliseconds.
  func milliseconds() throws(ScoringError) -> Double {
    let text = try string("a duration such as \"500ms\"")
    guard let duration = Measure(text), let milliseconds = duration.milliseconds else {
      throw refused(.badValue, "`\(text)` is no duration; write for example 2s, 500ms or 250us")
    }
    return milliseconds
  }

  /// US dollars, as a number or as `$0.02`.
  func dollars() throws(ScoringError) -> Double {
    let dollars: Double
    if let text = value.string {
      guard let measure = Measure(text), measure.unit == .dollars else {
        throw refused(.badValue, "`\(text)` is no price; write for example 0.02 or $0.02")
      }
      dollars = measure.number.double
    } else {
      dollars = try number()
    }
    guard dollars >= 0 else { throw refused(.badValue, "a price is not negative") }
    return dollars
  }

  /// One of some words.
  func word<Word: RawRepresentable & CaseIterable>(
    _: Word.Type
  ) throws(ScoringError) -> Word where Word.RawValue == String {
    let text = try string()
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue)
      throw refused(
        .badValue, "expected \(known.joined(separator: " or ")), found `\(text)`",
        suggestion: Suggestion.nearest(to: text, among: known))
    }
    return word
  }
}

extension SpecReader {
  /// Refuses options of a check that takes none; `null` and `{}` say nothing and are let through.
  func requireNothing() throws(ScoringError) {
    if value.isNull { return }
    guard let object = value.object, object.isEmpty else {
      throw refused(.wrongType, "this check takes no options; write its name alone")
    }
  }
}

import JSONKit

/// Scrubs what one run tells, and searches each text once: ids, units, words and hashes come back in every event.
struct RunScrubber {
  private let scrubber: PIIScrubber
  /// Texts that hold nothing personal.
  private var clean: Set<ExactText> = []
  /// What the others became.
  private var scrubbed: [ExactText: String] = [:]

  init(_ scrubber: PIIScrubber) {
    self.scrubber = scrubber
  }

  /// As ``PIIScrubber/scrub(_:)-(String)``.
  mutating func scrub(_ text: String) -> String {
    changed(text) ?? text
  }

  /// The value with every text in it scrubbed; keys are the engine's own and stay.
  mutating func scrub(_ value: JSONValue) -> JSONValue { changed(value) ?? value }

  /// The object with every text in it scrubbed.
  mutating func scrub(_ object: JSONObject) -> JSONObject { changed(object) ?? object }

  // What stays as it is comes back as nil: that is nearly everything, and none of it need be copied.

  private mutating func changed(_ text: String) -> String? {
    let key = ExactText(text)
    if clean.contains(key) { return nil }
    if let before = scrubbed[key] { return before }
    let after = scrubber.scrub(text)
    guard !after.hasSameBytes(as: text) else {
      clean.insert(key)
      return nil
    }
    scrubbed[key] = after
    return after
  }

  /// The value with every text in it scrubbed, nil when it stays as it is.
  mutating func changed(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .string(let text): return changed(text).map { .string($0) }
    case .object(let object): return changed(object).map { .object($0) }
    case .array(let elements):
      var result: [JSONValue]?
      for (position, element) in elements.enumerated() {
        guard let after = changed(element) else { continue }
        var copy = result ?? elements
        copy[position] = after
        result = copy
      }
      return result.map { .array($0) }
    case .null, .bool, .number: return nil
    }
  }

  private mutating func changed(_ object: JSONObject) -> JSONObject? {
    var result: JSONObject?
    for member in object {
      guard let after = changed(member.value) else { continue }
      var copy = result ?? object
      copy[member.key] = after
      result = copy
    }
    return result
  }

  /// A text by its bytes: `==` of texts would take canonically equal ones for the same.
  private struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
      left.text.hasSameBytes(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }
}

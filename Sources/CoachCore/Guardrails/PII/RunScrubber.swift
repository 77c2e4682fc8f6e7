import JSONKit

/// Scrubs what one run tells, and searches each text once: ids, units, words and hashes come back in every event.
struct RunScrubber {
  private let scrubber: PIIScrubber
  /// Texts that hold nothing personal, and the text each other one became.
  private var known: [ExactText: String?] = [:]

  init(_ scrubber: PIIScrubber) {
    self.scrubber = scrubber
  }

  /// As ``PIIScrubber/scrub(_:)-(String)``.
  mutating func scrub(_ text: String) -> String {
    let key = ExactText(text)
    if let before = known[key] { return before ?? text }
    let scrubbed = scrubber.scrub(text)
    known.updateValue(key == ExactText(scrubbed) ? nil : scrubbed, forKey: key)
    return scrubbed
  }

  /// The value with every text in it scrubbed; keys are the engine's own and stay.
  mutating func scrub(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(scrub(text))
    case .array(let elements): .array(elements.map { scrub($0) })
    case .object(let object): .object(scrub(object))
    case .null, .bool, .number: value
    }
  }

  /// The object with every text in it scrubbed.
  mutating func scrub(_ object: JSONObject) -> JSONObject {
    object.mapValues { scrub($0) }
  }

  /// A text by its bytes: `==` of texts would take canonically equal ones for the same.
  private struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }
}

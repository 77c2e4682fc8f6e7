import JSONKit

/// Ways to write the same draft as JSON; a rail that objects to one of them objects to nothing that matters.
enum CompletionLayout: Int, CaseIterable {
  case compact, pretty, reversedKeys, spaced, escaped

  /// The draft in this layout; nil when it cannot be encoded.
  func text(of draft: Draft) -> String? {
    guard let json = try? JSONValueEncoder().encode(draft), case .object(let members) = json else {
      return nil
    }
    return switch self {
    case .compact: json.compact()
    case .pretty: json.pretty()
    case .reversedKeys: JSONValue.object(JSONObject(members.reversed().map { ($0.key, $0.value) })).pretty()
    case .spaced: "\n  " + json.compact() + "\r\n"
    case .escaped: Self.escaped(json.compact())
    }
  }

  /// Every scalar beyond ASCII as `\u` escapes, a surrogate pair where it needs one.
  private static func escaped(_ text: String) -> String {
    text.utf16.map { unit in
      if unit < 0x80 { return String(UnicodeScalar(UInt8(unit))) }
      let hex = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }.joined()
  }
}

/// A JSON Pointer (RFC 6901): the way from a value's root to one of its parts.
///
/// ```swift
/// let pointer = try JSONPointer("/goals/0/a~1b")
/// print(pointer.tokens)  // ["goals", "0", "a/b"]
/// ```
public struct JSONPointer: Sendable {
  /// Names of members and positions of elements from the root down, unescaped.
  public var tokens: [String]

  /// The pointer to the whole value: the empty text.
  public static let root = JSONPointer(tokens: [])

  /// Makes a pointer of unescaped tokens.
  public init(tokens: [String]) {
    self.tokens = tokens
  }

  /// Reads a pointer: empty, or tokens each led by a slash, with `~0` for a tilde and `~1` for a slash.
  ///
  /// - Throws: `JSONPointerError` for a text without the leading slash or with another use of a tilde.
  public init(_ text: String) throws(JSONPointerError) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else {
      self = .root
      return
    }
    guard first == "/" else { throw JSONPointerError(code: .missingSlash, text: text) }
    tokens = []
    for escaped in scalars.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let token = Self.unescape(escaped) else {
        throw JSONPointerError(code: .invalidEscape, text: text)
      }
      tokens.append(token)
    }
  }

  /// The pointer to a member of what this one points at.
  public func appending(_ token: String) -> JSONPointer {
    JSONPointer(tokens: tokens + [token])
  }

  /// The pointer to an element of what this one points at.
  public func appending(_ index: Int) -> JSONPointer {
    appending(String(index))
  }

  /// A token without its escapes, or nil when a tilde is followed by neither 0 nor 1.
  private static func unescape(_ token: Substring.UnicodeScalarView) -> String? {
    var unescaped = String.UnicodeScalarView()
    var rest = token
    while let scalar = rest.popFirst() {
      guard scalar == "~" else {
        unescaped.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "0": unescaped.append("~")
      case "1": unescaped.append("/")
      default: return nil
      }
    }
    return String(unescaped)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer's text, escaped.
  public var description: String {
    var text = String.UnicodeScalarView()
    for token in tokens {
      text.append("/")
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": text.append(contentsOf: "~0".unicodeScalars)
        case "/": text.append(contentsOf: "~1".unicodeScalars)
        default: text.append(scalar)
        }
      }
    }
    return String(text)
  }

  /// The place it leads to, for a message.
  var place: String { tokens.isEmpty ? "at the root" : "at “\(self)”" }
}

extension JSONPointer: Hashable {
  /// Whether both have the same tokens, scalar by scalar.
  public static func == (lhs: JSONPointer, rhs: JSONPointer) -> Bool {
    lhs.tokens.elementsEqual(rhs.tokens) { $0.hasSameScalars(as: $1) }
  }

  /// Feeds the tokens to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(tokens.count)
    for token in tokens { token.hashScalars(into: &hasher) }
  }
}

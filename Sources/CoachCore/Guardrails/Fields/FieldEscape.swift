import JSONKit

/// Makes one line of an untrusted text that can leave neither its quotes nor its delimiter.
public struct FieldEscape: Sendable {
  /// The most characters of a text that go into a prompt.
  public static let maximumLength = 80

  /// What stands on both sides of each text; drawn anew for each run, so that no text can know it.
  public let delimiter: String

  /// Makes an escape with a run's delimiter.
  ///
  /// - Parameter nonce: the run's own random letters and digits; other characters are left out.
  public init(nonce: String) {
    delimiter = "data-" + nonce.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// The text between the run's delimiters: `data-7f3a "Retirement" data-7f3a`.
  ///
  /// - Parameter length: the most characters of it.
  public func quoted(_ text: String, atMost length: Int = maximumLength) -> String {
    let line = Self.line(text, atMost: length).replacing(delimiter, with: "")
    return "\(delimiter) \(JSONValue.string(line).compact()) \(delimiter)"
  }

  /// One line of at most 80 characters: folded, without invisible characters and without markup.
  ///
  /// - Parameter length: the most characters, where others are allowed.
  public static func line(_ text: String, atMost length: Int = maximumLength) -> String {
    let folded = NormalizedText(text).scalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      return isControl || markup.contains(scalar) ? " " : scalar
    }
    let words = String(scalars: folded).split(separator: " ")
    return String(words.joined(separator: " ").prefix(length))
  }

  private static let markup: Set<Unicode.Scalar> = ["<", ">", "`", "{", "}", "|", "[", "]", "\\", "~"]
}

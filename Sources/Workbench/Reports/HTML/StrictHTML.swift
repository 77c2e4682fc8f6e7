import Mustache

/// Escapes text for HTML scalar by scalar.
///
/// Mustache's own escaper looks at whole characters, so a quote followed by a combining mark is not a quote to it and
/// breaks out of an attribute. This one also replaces what HTML cannot carry, so that a report is valid whatever a
/// model wrote.
struct StrictHTML: MustacheContentType {
  /// The name templates select it by: `{{% CONTENT_TYPE:STRICT_HTML}}`.
  static let name = "STRICT_HTML"

  /// Escapes `& < > " '` and the backtick, and makes the rest legal (see `XMLText.legal`).
  ///
  /// ```swift
  /// StrictHTML().escapeText("\"\u{301}><script>")   // "&#34;\u{301}&#62;&#60;script&#62;"
  /// ```
  func escapeText(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in XMLText.legal(text).unicodeScalars {
      switch scalar {
      case "&", "<", ">", "\"", "'", "`": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

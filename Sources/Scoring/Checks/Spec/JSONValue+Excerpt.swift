import JSONKit

extension JSONValue {
  /// The compact text, cut at 60 characters so that a message stays a line.
  var excerpt: String {
    let text = compact()
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }
}

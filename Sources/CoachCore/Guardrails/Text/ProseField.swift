/// A text of a draft that a person reads, and where it stands.
struct ProseField: Hashable, Sendable {
  /// JSON Pointer of the field, for example `/body_md`.
  let pointer: String
  /// Its text.
  let text: String
}

extension Draft {
  /// How many of ``proseFields`` are no claims.
  static let proseFieldsBeforeClaims = 2

  /// Title, body and claims, in that order.
  var proseFields: [ProseField] {
    [ProseField(pointer: "/title", text: title), ProseField(pointer: "/body_md", text: bodyMarkdown)]
      + claims.enumerated().map { ProseField(pointer: "/claims/\($0.offset)/text", text: $0.element.text) }
  }
}

extension GuardrailVerdict.Finding {
  /// A finding about a field as a whole.
  init(code: String, field: String, whole text: String, detail: String) {
    self.init(code: code, field: field, start: 0, end: text.unicodeScalars.count, text: text, detail: detail)
  }
}

extension [GuardrailVerdict.Finding] {
  /// The finding of a rail that was asked to judge what is not there; a rail never passes what it has not seen.
  static func nothingToJudge(_ what: String) -> Self {
    [
      .init(
        code: "nothing_to_judge", field: "", start: 0, end: 0, text: "",
        detail: "there is no \(what) to judge")
    ]
  }
}

import JSONKit

/// What was heard from a critic: only what can be read, and of that only what may be passed on.
enum CritiqueAnswer: Hashable, Sendable {
  /// The text is good as it is.
  case accept
  /// One further draft, for these remarks, each a line that may stand in a prompt.
  case repair([String])
  /// Nothing that counts; the reason why.
  case ignored(String)

  /// Bytes of an answer that are read; a critique has some hundreds.
  private static let longest = 8_192

  /// Reads an answer.
  ///
  /// The remarks are another model's words, so each is screened as any foreign text is and a flagged one is dropped.
  ///
  /// - Parameters:
  ///   - completion: the answer as it came.
  ///   - schema: that of `critique/1`.
  ///   - scrubber: keeps personal data out of the remarks.
  init(completion: String, schema: JSONSchema, scrubber: PIIScrubber) {
    var options = JSONParser.Options()
    options.duplicateKeys = .refuse
    options.maximumDepth = 8
    options.maximumBytes = Self.longest
    guard let json = try? JSONParser(options: options).parse(completion),
      schema.validate(json).isEmpty,
      let critique = try? JSONValueDecoder().decode(Critique.self, from: json)
    else {
      self = .ignored("its answer is no critique/1")
      return
    }
    guard critique.verdict == .repair else {
      self = .accept
      return
    }
    let screen = FieldScreen()
    let reasons = critique.reasons.filter { screen.verdict(on: $0).isClean }
      .map { scrubber.scrub(FieldEscape.line($0, atMost: Critique.longestReason)) }
      .filter { !$0.isEmpty }
    self = reasons.isEmpty ? .ignored("none of its remarks may be passed on") : .repair(reasons)
  }
}

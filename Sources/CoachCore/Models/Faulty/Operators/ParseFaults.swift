import JSONKit

extension FaultOperator {
  /// R1: an answer that is not one JSON object and nothing else.
  static let parse: [FaultOperator] = [
    layout(
      "prose_around", places: 3,
      { text, place, _ in
        [#"Here is the answer: \#(text)"#, "\(text)\nI hope this helps.", "Sure.\n\(text)\nLet me know."][
          place]
      }),
    layout(
      "code_fence", places: 2,
      { text, place, _ in place == 0 ? "```json\n\(text)\n```" : "```\n\(text)```" }),
    layout(
      "duplicate_key", places: 4,
      { text, place, _ in
        let key = Draft.CodingKeys.allCases[place].rawValue
        return text.replacing("\"\(key)\":", with: "\"\(key)\":\"\",\"\(key)\":", maxReplacements: 1)
      }),
    layout(
      "trailing_comma", places: 3,
      { text, place, _ in
        let closer = ["}", "]", "}]"][place]
        guard let last = text.ranges(of: closer).last else { return nil }
        return text.replacingCharacters(in: last, with: "," + closer)
      }),
    layout(
      "truncated", places: 4,
      { text, place, random in
        let part = text.count * (place + 1) / 5
        return String(text.prefix(part + random.below(max(text.count / 10, 1))))
      }),
    layout(
      "comment", places: 2,
      { text, place, _ in
        place == 0 ? "// draft\n\(text)" : text.replacing("{\"title\"", with: "{/* */\"title\"")
      }),
  ]

  /// An operator on the text of the answer.
  private static func layout(
    _ name: String, places: Int, _ mutate: @escaping @Sendable (String, Int, inout FaultRandom) -> String?
  ) -> FaultOperator {
    FaultOperator(
      name, .parse, places: { $0.gaps.isEmpty ? 0 : places },
      mutate: { site, place, random in
        guard (0..<places).contains(place) else { return nil }
        return CompletionLayout.compact.text(of: site.draft).flatMap { mutate($0, place, &random) }
      }, twin: relaid)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

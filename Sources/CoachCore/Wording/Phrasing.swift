/// A title and sentences in the order they are said.
///
/// A name in braces is a fact: first under ``factPrefix`` (`{projected}`), else by its whole id
/// (`{portfolio.value}`). A sentence that names a fact the brief does not offer is left out.
struct Phrasing: Hashable, Sendable {
  /// At most 80 characters, without a number.
  let title: String
  /// Put before a name in braces, for example `goal.g2.`.
  let factPrefix: String
  /// Always said.
  let sentences: [String]
  /// Said while there are words left, before ``closing``.
  let optional: [String]
  /// Said last.
  let closing: [String]

  init(
    title: String, factPrefix: String, sentences: [String], optional: [String] = [], closing: [String] = []
  ) {
    self.title = title
    self.factPrefix = factPrefix
    self.sentences = sentences
    self.optional = optional
    self.closing = closing
  }

  /// The draft that says it.
  ///
  /// - Parameters:
  ///   - maxWords: optional sentences are left out that would make the body longer; nil for no limit.
  ///   - display: the display form of a fact by id, nil when the fact is not offered.
  func draft(maxWords: Int? = nil, display: @escaping (String) -> String?) -> Draft {
    var prose = CitedProse(prefix: factPrefix, display: display)
    for sentence in sentences { prose.add(sentence) }
    let ending = closing.reduce(0) { $0 + Self.words(in: $1) }
    var words = prose.sentences.reduce(0) { $0 + Self.words(in: $1) }
    for sentence in optional
    where maxWords.map({ words + Self.words(in: sentence) + ending <= $0 }) ?? true {
      if prose.add(sentence) { words += Self.words(in: prose.sentences[prose.sentences.count - 1]) }
    }
    for sentence in closing { prose.add(sentence) }
    return Draft(title: title, bodyMarkdown: prose.body, claims: prose.claims, citations: prose.citations)
  }

  private static func words(in text: String) -> Int { text.utf8.split(separator: UInt8(ascii: " ")).count }
}

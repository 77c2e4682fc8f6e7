/// Prose with its citations, built sentence by sentence from patterns such as `"the plan reaches {projected}"`.
///
/// A name in braces becomes the fact's display form and its marker; the words up to it become a claim. So a sentence
/// can neither carry a figure without a fact nor cite one it does not state.
struct CitedProse {
  private let prefix: String
  private let display: (String) -> String?
  private var markers: [String: Int] = [:]
  private(set) var sentences: [String] = []
  private(set) var claims: [Draft.Claim] = []
  private(set) var citations: [Draft.Citation] = []

  /// - Parameters:
  ///   - prefix: put before each name to make a fact id, for example `goal.g2.`; a name that is none so is a whole id.
  ///   - display: the display form of a fact, nil when the fact is not offered.
  init(prefix: String, display: @escaping (String) -> String?) {
    self.prefix = prefix
    self.display = display
  }

  /// The sentences so far, with a space between.
  var body: String { sentences.joined(separator: " ") }

  /// Adds a sentence if every fact it names is offered; otherwise adds nothing.
  ///
  /// - Returns: whether it was added.
  @discardableResult
  mutating func add(_ pattern: String) -> Bool {
    var rest = pattern[...]
    var segments: [(words: String, id: String, display: String)] = []
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(rest[rest.utf8.index(after: open)..<close])
      guard let (id, display) = fact(name) else { return false }
      segments.append((String(rest[..<open]), id, display))
      rest = rest[rest.utf8.index(after: close)...]
    }
    var sentence = ""
    for segment in segments {
      let marker = cite(segment.id)
      sentence += "\(segment.words)\(segment.display) \(marker)"
      let words = segment.words.drop { !$0.isLetter && !$0.isNumber }
      claims.append(.init(text: words + segment.display, markers: [marker]))
    }
    sentences.append(sentence + rest)
    return true
  }

  /// The fact of a name: under the prefix, else by its whole id.
  private func fact(_ name: String) -> (id: String, display: String)? {
    for id in [prefix + name, name] {
      if let display = display(id) { return (id, display) }
    }
    return nil
  }

  private mutating func cite(_ id: String) -> String {
    if let number = markers[id] { return "[f\(number)]" }
    let number = markers.count + 1
    markers[id] = number
    citations.append(.init(marker: "[f\(number)]", factID: id))
    return "[f\(number)]"
  }
}

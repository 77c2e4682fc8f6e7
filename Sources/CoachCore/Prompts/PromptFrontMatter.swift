/// The settings at the head of a prompt file, between two lines of `---`.
struct PromptFrontMatter: Hashable, Sendable {
  /// How the prose should sound: `plain`, `encouraging` or `concise`.
  enum Tone: String, Sendable, CaseIterable {
    case plain, encouraging, concise
  }

  /// The variant this one overlays.
  var parent: String?
  var tone: Tone?
  /// Longest body in words, 20–200.
  var maxWords: Int?

  /// Splits a prompt file into settings and body.
  ///
  /// - Returns: the settings, the body, and the line of the file the body starts at.
  /// - Throws: `CoachError` with code `invalid_prompt`, naming file and line.
  static func split(
    _ source: String, path: String
  ) throws(CoachError) -> (PromptFrontMatter, body: String, bodyLine: Int) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---" else { return (PromptFrontMatter(), source, 1) }
    guard let close = lines.dropFirst().firstIndex(of: "---") else {
      throw CoachError(.invalidPrompt, "\(path):1: the front matter is not closed; end it with a line of ---")
    }
    var frontMatter = PromptFrontMatter()
    for (index, line) in lines[1..<close].enumerated() where !line.allSatisfy(\.isWhitespace) {
      try frontMatter.read(line, place: "\(path):\(index + 2)")
    }
    return (frontMatter, lines[(close + 1)...].joined(separator: "\n"), close + 2)
  }

  /// The settings, with those it lacks from others.
  func completed(by other: PromptFrontMatter) -> PromptFrontMatter {
    PromptFrontMatter(parent: parent, tone: tone ?? other.tone, maxWords: maxWords ?? other.maxWords)
  }

  private mutating func read(_ line: Substring, place: String) throws(CoachError) {
    guard let colon = line.firstIndex(of: ":") else {
      throw CoachError(.invalidPrompt, "\(place): a setting is written \"name: value\"")
    }
    let key = trimmed(line[..<colon])
    let value = trimmed(line[line.index(after: colon)...])
    switch key {
    case "parent":
      parent = value
    case "tone":
      guard let known = Tone(rawValue: value) else {
        let tones = Tone.allCases.map(\.rawValue).joined(separator: ", ")
        throw CoachError(.invalidPrompt, "\(place): tone is \"\(value)\"; it is one of \(tones)")
      }
      tone = known
    case "max_words":
      guard let words = Int(value), (20...200).contains(words) else {
        throw CoachError(.invalidPrompt, "\(place): max_words is \"\(value)\"; it is a number from 20 to 200")
      }
      maxWords = words
    default:
      throw CoachError(
        .invalidPrompt, "\(place): nobody reads the setting \"\(key)\"; there are parent, tone and max_words")
    }
  }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Looks for aliases in a YAML text before it is parsed.
///
/// An alias costs nothing where it is a value, since it shares its anchor's node. As a key it is hashed in full, and a
/// text of a few lines can then keep a parser busy for years.
struct YAMLAliases {
  /// A thing in a text that is not worth the parser's time.
  struct Objection: Hashable {
    let line, column: Int
    let message, remedy: String
  }

  /// Far more than any suite needs.
  static let mostAliases = 1000

  /// What is to be said against a text, nil when nothing is.
  let objection: Objection?

  /// Reads a text once, skipping what is quoted.
  init(_ text: String) {
    var scan = Scan(Array(text.unicodeScalars))
    scan.run()
    if scan.aliases > Self.mostAliases {
      objection = Objection(
        line: 1, column: 1, message: "there are \(scan.aliases) aliases here",
        remedy: "use at most \(Self.mostAliases)")
    } else if scan.aliases > 0, let place = scan.complexKey {
      objection = Objection(
        line: place.line, column: place.column, message: "a key must be plain text",
        remedy: "write the key out")
    } else {
      objection = nil
    }
  }
}

/// A walk over the scalars of a text; plain scalars are not told from the rest, so it may see an alias too many.
private struct Scan {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  var aliases = 0
  /// The first key that is no plain text.
  var complexKey: (line: Int, column: Int)?

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func run() {
    while position < scalars.count {
      switch scalars[position] {
      case "\n":
        line += 1
        lineStart = position + 1
      case "\"", "'":
        if isTokenStart { skipQuoted(scalars[position]) }
      case "#":
        if isTokenStart { skipComment() }
      case "*":
        if isTokenStart, hasName { readAlias() }
      case "?":
        if isTokenStart, isBlank(at: position + 1) { note() }
      case "]", "}":
        if isKeyEnd(at: position + 1) { note() }
      default: break
      }
      position += 1
    }
  }

  private var isTokenStart: Bool {
    position == 0 || isBlank(at: position - 1) || "[{,:-".unicodeScalars.contains(scalars[position - 1])
  }

  private var hasName: Bool {
    !isBlank(at: position + 1) && !",[]{}*".unicodeScalars.contains(scalars[position + 1])
  }

  private func isBlank(at index: Int) -> Bool {
    !scalars.indices.contains(index) || scalars[index].properties.isWhitespace
  }

  /// Whether a colon that ends a key comes next on the line.
  private func isKeyEnd(at index: Int) -> Bool {
    var index = index
    while scalars.indices.contains(index), scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    return scalars.indices.contains(index) && scalars[index] == ":" && isBlank(at: index + 1)
  }

  private mutating func note() {
    complexKey = complexKey ?? (line, position - lineStart + 1)
  }

  private mutating func readAlias() {
    aliases += 1
    let start = position
    while !isBlank(at: position + 1), !",[]{}".unicodeScalars.contains(scalars[position + 1]) {
      position += 1
    }
    guard scalars[position] == ":" || isKeyEnd(at: position + 1) else { return }
    complexKey = complexKey ?? (line, start - lineStart + 1)
  }

  private mutating func skipComment() {
    while position + 1 < scalars.count, scalars[position + 1] != "\n" { position += 1 }
  }

  /// Leaves the position at the closing quote; a quote that never closes is the parser's to tell of.
  private mutating func skipQuoted(_ quote: Unicode.Scalar) {
    let (start, startLine, startOfLine) = (position, line, lineStart)
    position += 1
    while position < scalars.count, scalars[position] != quote {
      if quote == "\"", scalars[position] == "\\" { position += 1 }
      if scalars.indices.contains(position), scalars[position] == "\n" {
        line += 1
        lineStart = position + 1
      }
      position += 1
    }
    if position >= scalars.count { (position, line, lineStart) = (start, startLine, startOfLine) }
  }
}

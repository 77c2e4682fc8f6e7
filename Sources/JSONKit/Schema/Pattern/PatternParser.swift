/// Reads the text of a regular expression into its syntax tree.
struct PatternParser {
  private static let deepestGroup = 100
  private static let largestRepetition = 10_000

  private let scalars: [Unicode.Scalar]
  private var cursor = 0
  private var depth = 0

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  /// The scalar to be read next, or nil at the end.
  var next: Unicode.Scalar? { cursor < scalars.count ? scalars[cursor] : nil }

  mutating func advance() { cursor += 1 }

  /// Steps over a scalar if it is next.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    cursor += 1
    return true
  }

  /// Steps over a text if it is next.
  mutating func skip(_ text: String) -> Bool {
    guard scalars[cursor...].starts(with: text.unicodeScalars) else { return false }
    cursor += text.unicodeScalars.count
    return true
  }

  func failure(_ what: String) -> PatternError {
    PatternError(message: "\(what) at character \(cursor + 1)")
  }

  mutating func parse() throws(PatternError) -> PatternNode {
    let node = try parseAlternatives()
    guard next == nil else { throw failure("a “)” without its “(”") }
    return node
  }

  private mutating func parseAlternatives() throws(PatternError) -> PatternNode {
    var alternatives = [try parseSequence()]
    while skip("|" as Unicode.Scalar) { alternatives.append(try parseSequence()) }
    return .alternatives(alternatives)
  }

  private mutating func parseSequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      nodes.append(try parseTerm())
    }
    return .sequence(nodes)
  }

  private mutating func parseTerm() throws(PatternError) -> PatternNode {
    let atom = try parseAtom()
    guard let (minimum, maximum) = try parseQuantifier() else { return atom }
    if case .assertion = atom { throw failure("a repeated assertion") }
    _ = skip("?" as Unicode.Scalar)  // being lazy changes what is captured, not whether it matches
    return .repetition(atom, minimum: minimum, maximum: maximum)
  }

  private mutating func parseAtom() throws(PatternError) -> PatternNode {
    guard let scalar = next else { throw failure("nothing to match") }
    switch scalar {
    case "(": return try parseGroup()
    case "[":
      cursor += 1
      return .scalars(try parseBrackets())
    case "\\":
      cursor += 1
      if skip("b" as Unicode.Scalar) { return .assertion(.wordBoundary) }
      if skip("B" as Unicode.Scalar) { return .assertion(.noWordBoundary) }
      return .scalars(try parseEscape().set)
    case "*", "+", "?", "{": throw failure("nothing to repeat")
    case "}", "]": throw failure("an unescaped “\(scalar)”")
    default: break
    }
    cursor += 1
    switch scalar {
    case "^": return .assertion(.start)
    case "$": return .assertion(.end)
    case ".": return .scalars(.notLineTerminators)
    default: return .scalars(ScalarSet([scalar.value...scalar.value]))
    }
  }

  private mutating func parseGroup() throws(PatternError) -> PatternNode {
    if ["(?=", "(?!", "(?<=", "(?<!"].contains(where: { scalars[cursor...].starts(with: $0.unicodeScalars) })
    {
      throw failure("lookaround, which is not supported,")
    }
    cursor += 1
    if skip("?<") {
      while let scalar = next, scalar != ">" {
        guard ScalarSet.wordCharacters.contains(scalar) else { throw failure("an invalid group name") }
        cursor += 1
      }
      guard skip(">" as Unicode.Scalar) else { throw failure("an invalid group name") }
    } else if next == "?", !skip("?:") {
      throw failure("an unknown kind of group")
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestGroup else { throw failure("groups nested too deep") }
    let node = try parseAlternatives()
    guard skip(")" as Unicode.Scalar) else { throw failure("a group without its “)”") }
    return node
  }

  private mutating func parseQuantifier() throws(PatternError) -> (minimum: Int, maximum: Int?)? {
    if skip("*" as Unicode.Scalar) { return (0, nil) }
    if skip("+" as Unicode.Scalar) { return (1, nil) }
    if skip("?" as Unicode.Scalar) { return (0, 1) }
    guard skip("{" as Unicode.Scalar) else { return nil }
    let minimum = try parseCount()
    var maximum: Int? = minimum
    if skip("," as Unicode.Scalar) { maximum = next == "}" ? nil : try parseCount() }
    guard skip("}" as Unicode.Scalar) else { throw failure("a repetition without its “}”") }
    guard minimum <= maximum ?? minimum else { throw failure("a repetition whose bounds are swapped") }
    return (minimum, maximum)
  }

  private mutating func parseCount() throws(PatternError) -> Int {
    var count: Int?
    while let scalar = next, "0"..."9" ~= scalar {
      count = (count ?? 0) * 10 + Int(scalar.value - 0x30)
      guard count ?? 0 <= Self.largestRepetition else {
        throw failure("a repetition count that is too large")
      }
      cursor += 1
    }
    guard let count else { throw failure("a repetition without its count") }
    return count
  }
}

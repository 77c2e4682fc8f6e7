extension PatternParser {
  /// What an escape stands for: one scalar, which may bound a range, or a class.
  enum Escape {
    case scalar(UInt32)
    case set(ScalarSet)

    var set: ScalarSet {
      switch self {
      case .scalar(let value): ScalarSet([value...value])
      case .set(let set): set
      }
    }
  }

  /// Reads the inside of brackets whose “[” has been read.
  mutating func parseBrackets() throws(PatternError) -> ScalarSet {
    let isNegated = skip("^" as Unicode.Scalar)
    var set = ScalarSet()
    while !skip("]" as Unicode.Scalar) {
      let lower = try parseBracketAtom()
      guard next == "-" else {
        set.insert(lower.set)
        continue
      }
      advance()
      guard next != "]" else {
        set.insert(lower.set)
        set.insert(0x2D...0x2D)
        continue
      }
      guard case .scalar(let first) = lower, case .scalar(let last) = try parseBracketAtom() else {
        throw failure("a range bounded by a class")
      }
      guard first <= last else { throw failure("a range whose bounds are swapped") }
      set.insert(first...last)
    }
    return isNegated ? set.negated : set
  }

  private mutating func parseBracketAtom() throws(PatternError) -> Escape {
    guard let scalar = next else { throw failure("brackets without their “]”") }
    advance()
    guard scalar == "\\" else { return .scalar(scalar.value) }
    if skip("b" as Unicode.Scalar) { return .scalar(0x08) }
    if skip("-" as Unicode.Scalar) { return .scalar(0x2D) }
    return try parseEscape()
  }

  /// Reads an escape whose backslash has been read (ECMA-262 §22.2.1, with the `u` flag).
  mutating func parseEscape() throws(PatternError) -> Escape {
    guard let letter = next else { throw failure("a lone backslash") }
    advance()
    switch letter {
    case "d": return .set(.digits)
    case "D": return .set(ScalarSet.digits.negated)
    case "w": return .set(.wordCharacters)
    case "W": return .set(ScalarSet.wordCharacters.negated)
    case "s": return .set(.whiteSpace)
    case "S": return .set(ScalarSet.whiteSpace.negated)
    case "p": return .set(try parseCategory())
    case "P": return .set(try parseCategory().negated)
    case "t": return .scalar(0x09)
    case "n": return .scalar(0x0A)
    case "v": return .scalar(0x0B)
    case "f": return .scalar(0x0C)
    case "r": return .scalar(0x0D)
    case "c": return .scalar(try parseControlLetter())
    case "x": return .scalar(try parseHexadecimal(digits: 2))
    case "u": return .scalar(try parseCodePoint())
    case "0" where !("0"..."9" ~= next ?? " "): return .scalar(0)
    case "1"..."9", "k": throw failure("a backreference, which is not supported,")
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/":
      return .scalar(letter.value)
    default: throw failure("an unknown escape “\\\(letter)”")
    }
  }

  private mutating func parseControlLetter() throws(PatternError) -> UInt32 {
    guard let letter = next, "a"..."z" ~= letter || "A"..."Z" ~= letter else {
      throw failure("a control escape without its letter")
    }
    advance()
    return letter.value % 32
  }

  private mutating func parseHexadecimal(digits: Int) throws(PatternError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = next.flatMap({ Character($0).hexDigitValue }), next?.isASCII == true else {
        throw failure("an escape without its \(digits) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }

  /// Reads `XXXX`, a surrogate pair of two such escapes, or `{X…}`.
  private mutating func parseCodePoint() throws(PatternError) -> UInt32 {
    guard skip("{" as Unicode.Scalar) else {
      let unit = try parseHexadecimal(digits: 4)
      guard 0xD800...0xDBFF ~= unit, skip("\\u") else { return unit }
      let trail = try parseHexadecimal(digits: 4)
      guard 0xDC00...0xDFFF ~= trail else { throw failure("half of a surrogate pair") }
      return 0x10000 + (unit - 0xD800) << 10 + (trail - 0xDC00)
    }
    var value: UInt32 = 0
    repeat {
      value = value << 4 | (try parseHexadecimal(digits: 1))
      guard value <= 0x10FFFF else { throw failure("a code point beyond U+10FFFF") }
    } while !skip("}" as Unicode.Scalar)
    return value
  }

  private mutating func parseCategory() throws(PatternError) -> ScalarSet {
    guard skip("{" as Unicode.Scalar) else { throw failure("a property escape without its “{”") }
    _ = skip("General_Category=") || skip("gc=")
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      advance()
    }
    guard skip("}" as Unicode.Scalar), let set = ScalarSet(categoryNamed: name) else {
      throw failure("an unknown general category “\(name)”")
    }
    return set
  }
}

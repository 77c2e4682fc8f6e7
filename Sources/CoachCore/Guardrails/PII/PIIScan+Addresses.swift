extension PIIScan {
  /// E-mail addresses, whose domain has a dot, and UPI addresses, whose handle has none.
  func addresses() -> [PIISpan] {
    text.scalars.indices.filter { text.scalars[$0] == "@" }.compactMap(address(aroundAt:))
  }

  private func address(aroundAt sign: Int) -> PIISpan? {
    var start = sign
    while let scalar = text[start - 1], isLocalPart(scalar) { start -= 1 }
    while start < sign, text[start] == "." || text[start] == "-" { start += 1 }
    var end = sign + 1
    while let scalar = text[end], isDomainPart(scalar, at: end) { end += 1 }
    let domain = text.scalars[(sign + 1)..<end]
    guard start < sign, let first = domain.first, first.isWordLike else { return nil }
    if let dot = domain.lastIndex(of: ".") {
      let topLevel = domain[(dot + 1)...]
      let isName = topLevel.count >= 2 && topLevel.allSatisfy(\.isLetter)
      return isName ? PIISpan(kind: .email, range: start..<end) : nil
    }
    // \w of UPI's grammar leaves out the plus and per cent signs of e-mail addresses.
    let local = text.scalars[start..<sign]
    let isHandle = domain.count >= 3 && first.isLetter && !domain.contains("-")
    guard isHandle, local.count >= 2, !local.contains("+"), !local.contains("%") else { return nil }
    return PIISpan(kind: .upi, range: start..<end)
  }

  private func isLocalPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordLike || scalar == "." || scalar == "_" || scalar == "-" || scalar == "+" || scalar == "%"
  }

  /// Whether a character belongs to a domain; a final point ends the sentence instead.
  private func isDomainPart(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    if scalar.isWordLike { return true }
    guard scalar == "." || scalar == "-" else { return false }
    return text[index + 1]?.isWordLike == true
  }
}

extension PIIScan {
  /// E-mail addresses, whose domain has a dot, and UPI addresses, whose handle has none.
  func addresses() -> [PIISpan] {
    guard hasAddressSign else { return [] }
    return text.scalars.indices.filter { text.scalars[$0] == "@" }.compactMap(address(aroundAt:))
  }

  private func address(aroundAt sign: Int) -> PIISpan? {
    var start = sign
    while let scalar = text[start - 1], isLocalPart(scalar) { start -= 1 }
    while start < sign, text[start] == "." || text[start] == "-" { start += 1 }
    if start == sign, let quote = quotedStart(before: sign) { start = quote }
    var end = sign + 1
    while let scalar = text[end], isDomainPart(scalar, at: end) { end += 1 }
    let domain = text.scalars[(sign + 1)..<end]
    guard start < sign, let first = domain.first, first.isWordLike else { return nil }
    if let dot = domain.lastIndex(of: ".") {
      let topLevel = domain[(dot + 1)...]
      // A top level in another script is written in Punycode (RFC 5891): `xn--p1ai`.
      let isPunycode = topLevel.starts(with: ["x", "n", "-", "-"])
      let isName = topLevel.count >= 2 && (isPunycode || topLevel.allSatisfy(\.isLetter))
      return isName ? PIISpan(kind: .email, range: start..<end) : nil
    }
    // \w of UPI's grammar leaves out the plus and per cent signs of e-mail addresses.
    let local = text.scalars[start..<sign]
    let isHandle = domain.count >= 3 && first.isLetter && !domain.contains("-")
    guard isHandle, local.count >= 2, !local.contains("+"), !local.contains("%") else { return nil }
    return PIISpan(kind: .upi, range: start..<end)
  }

  /// Where a local part in quotes begins, as in `"asha k"@example.in` (RFC 5321).
  private func quotedStart(before sign: Int) -> Int? {
    guard text[sign - 1] == "\"" else { return nil }
    var start = sign - 2
    while let scalar = text[start], scalar != "\"", scalar != "\n", sign - start <= 66 { start -= 1 }
    return text[start] == "\"" ? start : nil
  }

  private func isLocalPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordLike || scalar == "." || scalar == "_" || scalar == "-" || scalar == "+" || scalar == "%"
  }

  /// Whether a character belongs to a domain; a final point ends the sentence instead.
  private func isDomainPart(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    if scalar.isWordLike { return true }
    guard scalar == "." || scalar == "-" else { return false }
    if scalar == "-", text[index + 1] == "-" { return text[index + 2]?.isWordLike == true }
    return text[index + 1]?.isWordLike == true
  }
}

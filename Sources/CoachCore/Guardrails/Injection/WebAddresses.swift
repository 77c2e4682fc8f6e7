/// Finds addresses on the web, also without a scheme; none is on the list of those allowed, which is empty.
enum WebAddresses {
  static func signs(in text: ProseText) -> [InjectionScan.Sign] {
    let scalars = text.folded.scalars
    return scalars.indices.compactMap { index in
      guard scalars[index] == "." else { return nil }
      return domain(aroundPointAt: index, in: scalars).map { .init(threat: .url, range: $0) }
    }
  }

  /// `name.tld` where the last part is a domain in use; `Ltd.In` is none, since no domain is written so.
  private static func domain(aroundPointAt point: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    var start = point
    while start > 0, isLabel(scalars[start - 1]) { start -= 1 }
    var end = point + 1
    while end < scalars.count, scalars[end].isLatinLetter { end += 1 }
    let follows = end < scalars.count && (scalars[end].isWordLike || scalars[end] == ".")
    guard point - start >= 2, !follows || scalars[end] == ".", !(end < scalars.count && scalars[end] == "@")
    else {
      return nil
    }
    let topLevel = scalars[point + 1..<end]
    guard topLevel.allSatisfy({ !$0.isLatinCapital }) || topLevel.allSatisfy(\.isLatinCapital),
      topLevels.contains(String(scalars: topLevel.map(\.asciiLowercased))),
      !(scalars[start].isLatinCapital && isNamed(at: end, in: scalars))
    else { return nil }
    return start..<end
  }

  /// Whether a word for a fund follows, as in the name `Technology.com Fund`.
  private static func isNamed(at end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let next = scalars[end...].drop { $0 == " " }.prefix { $0.isLatinLetter }
    return ["fund", "scheme", "plan"].contains(String(scalars: next.map(\.asciiLowercased)))
  }

  private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar.isDigit || scalar == "-"
  }

  private static let topLevels: Set<String> = [
    "com", "in", "net", "org", "io", "ai", "co", "info", "biz", "xyz", "app", "dev", "me", "link", "site",
    "online",
    "top", "ru", "cn", "uk", "us", "ly", "gl", "gg", "tk", "shop", "club", "live", "tech", "store", "click",
    "zip", "sh",
  ]
}

/// Which markers answer for which number: a marker covers every number since the previous one.
///
/// Markers with nothing between them but commas, hyphens, `and` or `और` answer together.
struct MarkerCoverage {
  /// Markers that stand together.
  struct Group: Hashable {
    /// The markers, as written.
    var markers: [String]
    /// Their tokens.
    var tokens: Range<Int>
    /// How many numbers they cover.
    var numbers = 0
  }

  /// All groups in order.
  private(set) var groups: [Group] = []
  /// For each number the position of its group, nil when no marker follows it.
  private(set) var groupOfNumber: [Int?]

  init(tokens: [TextToken], numbers: [WrittenNumber]) {
    groupOfNumber = Array(repeating: nil, count: numbers.count)
    var index = 0
    while index < tokens.count {
      guard tokens[index].kind == .marker else {
        index += 1
        continue
      }
      let group = Self.group(at: index, in: tokens)
      groups.append(group)
      index = group.tokens.upperBound
    }
    var position = 0
    for (number, written) in numbers.enumerated() {
      while position < groups.count, groups[position].tokens.lowerBound < written.tokens.upperBound {
        position += 1
      }
      guard position < groups.count else { break }
      groupOfNumber[number] = position
      groups[position].numbers += 1
    }
  }

  private static func group(at start: Int, in tokens: [TextToken]) -> Group {
    var group = Group(markers: [tokens[start].text], tokens: start..<start + 1)
    var next = start + 1
    while next < tokens.count {
      let token = tokens[next]
      if token.kind == .marker {
        group.markers.append(token.text)
        group.tokens = start..<next + 1
      } else if !isLink(token) {
        break
      }
      next += 1
    }
    return group
  }

  private static func isLink(_ token: TextToken) -> Bool {
    switch token.kind {
    case .symbol: [",", "-", "&"].contains(token.text)
    case .word: ["and", "और", "व"].contains(token.text)
    default: false
    }
  }
}

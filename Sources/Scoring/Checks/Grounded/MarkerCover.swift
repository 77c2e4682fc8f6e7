/// Which markers cover a place: the next run of adjacent markers, since one number may be proved by either of two.
struct MarkerCover {
  private let groups: [(start: Int, markers: [String])]

  init(_ tokens: [ProseToken]) {
    var groups: [(start: Int, markers: [String])] = []
    var isOpen = false
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .marker(let names):
        if isOpen, let last = groups.indices.last {
          groups[last].markers += names
        } else {
          groups.append((index, names))
        }
        isOpen = true
      case .symbol(","): break
      default: isOpen = false
      }
    }
    self.groups = groups
  }

  /// The markers of the first group at or after a token.
  func markers(after token: Int) -> [String] {
    groups.first { $0.start >= token }?.markers ?? []
  }
}

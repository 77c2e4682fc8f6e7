/// A set of Unicode scalars: what one position of a pattern can match.
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>]
  private var categories: [Unicode.GeneralCategory] = []
  /// Sets that are part of this one as a whole, such as `\D` inside brackets.
  private var subsets: [ScalarSet] = []
  private var isNegated = false

  init(_ ranges: [ClosedRange<UInt32>] = []) {
    self.ranges = ranges
  }

  init(categories: [Unicode.GeneralCategory]) {
    ranges = []
    self.categories = categories
  }

  /// The scalars that are not in this set.
  var negated: ScalarSet {
    var copy = self
    copy.isNegated.toggle()
    return copy
  }

  mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }

  mutating func insert(_ subset: ScalarSet) { subsets.append(subset) }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isListed =
      ranges.contains { $0.contains(scalar.value) }
      || subsets.contains { $0.contains(scalar) }
      || !categories.isEmpty && categories.contains(scalar.properties.generalCategory)
    return isListed != isNegated
  }
}

// The classes of ECMA-262 §22.2.2.9, which are ASCII but for white space.
extension ScalarSet {
  /// What `\d` matches.
  static let digits = ScalarSet([0x30...0x39])
  /// What `\w` matches.
  static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// What `\s` matches.
  static let whiteSpace = ScalarSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  /// What `.` matches.
  static let notLineTerminators = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).negated
}

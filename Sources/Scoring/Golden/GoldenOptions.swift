import JSONKit

/// How a case wants its golden compared.
///
///     golden:
///       ignore: ["/insights/*/caveats"]
///       tolerance: { "/facts/goal.g2.xirr": 1e-6 }
///       unordered: { "/insights": topic_key }
///       prose: true
///
/// Paths are JSON Pointers into the golden in which `*` stands for any one token.
public struct GoldenOptions: Hashable, Sendable {
  /// Whether the golden also holds prose, verdicts and writers.
  public var includesProse = false
  /// Places that are not compared, with all below them.
  var ignored: [PointerPattern] = []
  /// The distance allowed at a place and below it, instead of 1e-9 relative; the longest pattern wins.
  var tolerances: [Allowance] = []
  /// Arrays whose elements are matched by a member and not by position.
  var unordered: [Matching] = []

  struct Allowance: Hashable, Sendable {
    let pattern: PointerPattern
    let tolerance: Tolerance
  }

  struct Matching: Hashable, Sendable {
    let pattern: PointerPattern
    let key: String
  }

  /// Everything compared, in order, at the standard tolerance.
  public init() {}

  init(_ reader: SpecReader) throws(ScoringError) {
    try reader.requireObject(of: ["ignore", "tolerance", "unordered", "prose"])
    if let prose = reader["prose"] { includesProse = try prose.bool() }
    if let ignore = reader["ignore"] {
      guard let elements = ignore.value.array else { throw ignore.wrongType("a list of JSON Pointers") }
      for (index, element) in elements.enumerated() {
        ignored.append(try PointerPattern(SpecReader(element, at: ignore.pointer.appending(index))))
      }
    }
    if let tolerance = reader["tolerance"] {
      for (path, member) in try tolerance.members("an object from JSON Pointer to number") {
        tolerances.append(
          Allowance(pattern: try PointerPattern(path, member), tolerance: try Tolerance(member)))
      }
    }
    if let unordered = reader["unordered"] {
      for (path, member) in try unordered.members("an object from JSON Pointer to the member that identifies")
      {
        self.unordered.append(Matching(pattern: try PointerPattern(path, member), key: try member.phrase()))
      }
    }
  }

  func ignores(_ pointer: JSONPointer) -> Bool {
    ignored.contains { $0.matches(pointer) }
  }

  func tolerance(at pointer: JSONPointer) -> Tolerance? {
    tolerances.filter { $0.pattern.covers(pointer) }
      .max { $0.pattern.tokens.count < $1.pattern.tokens.count }?
      .tolerance
  }

  func identifyingKey(at pointer: JSONPointer) -> String? {
    unordered.first { $0.pattern.matches(pointer) }?.key
  }
}

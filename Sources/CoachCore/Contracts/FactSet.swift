/// The facts of a run, sorted by id and looked up by id.
public struct FactSet: Hashable, Sendable {
  /// The facts in ascending order of id.
  public private(set) var facts: [Fact]
  private var positions: [String: Int]

  /// Collects facts.
  ///
  /// - Throws: `CoachError` with code `duplicate_fact` when two facts share an id.
  public init(_ facts: [Fact] = []) throws(CoachError) {
    self.facts = facts.sorted { $0.id < $1.id }
    self.positions = [:]
    for (position, fact) in self.facts.enumerated() {
      guard positions.updateValue(position, forKey: fact.id) == nil else {
        throw CoachError(.duplicateFact, "two facts have the id \(fact.id); ids are unique in a run")
      }
    }
  }

  /// No facts.
  public static let empty = FactSet(unchecked: [])

  private init(unchecked facts: [Fact]) {
    self.facts = facts
    positions = [:]
  }

  /// The run-local ids that stand between `table.` and the next dot, for example `h1` of `holding.h1.value`; in the
  /// order of their numbers, so that `h2` comes before `h10`.
  public func refs(in table: String) -> [String] {
    let prefix = table + "."
    let names = facts.compactMap { fact -> String? in
      guard fact.id.hasPrefix(prefix) else { return nil }
      let rest = fact.id.dropFirst(prefix.count)
      return rest.firstIndex(of: ".").map { String(rest[..<$0]) }
    }
    return Set(names).sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// The fact with an id, if there is one.
  public subscript(id: String) -> Fact? {
    positions[id].map { facts[$0] }
  }

  /// The facts whose id starts with `prefix`, in order of id.
  public func withPrefix(_ prefix: String) -> [Fact] {
    facts.filter { $0.id.hasPrefix(prefix) }
  }

  /// Both sets together.
  ///
  /// - Throws: `CoachError` with code `duplicate_fact` when they share an id.
  public func merging(_ other: FactSet) throws(CoachError) -> FactSet {
    try FactSet(facts + other.facts)
  }
}

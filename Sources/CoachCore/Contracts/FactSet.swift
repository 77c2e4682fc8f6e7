/// The facts of a run, sorted by id and looked up by id.
public struct FactSet: Hashable, Sendable {
  /// The facts in ascending order of id.
  public let facts: [Fact]

  /// Collects facts.
  ///
  /// - Throws: `CoachError` with code `duplicate_fact` when two facts share an id.
  public init(_ facts: [Fact] = []) throws(CoachError) {
    try self.init(sorted: facts.sorted { $0.id < $1.id })
  }

  private init(sorted facts: [Fact]) throws(CoachError) {
    for (fact, next) in zip(facts, facts.dropFirst()) where fact.id == next.id {
      throw CoachError(.duplicateFact, "two facts have the id \(fact.id); ids are unique in a run")
    }
    self.facts = facts
  }

  /// No facts.
  public static let empty = FactSet(unchecked: [])

  private init(unchecked facts: [Fact]) {
    self.facts = facts
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
    let position = position(of: id)
    return position < facts.count && facts[position].id == id ? facts[position] : nil
  }

  /// Where the fact with an id stands, or would stand.
  private func position(of id: String) -> Int {
    var (low, high) = (0, facts.count)
    while low < high {
      let middle = low + (high - low) / 2
      if facts[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The facts whose id starts with `prefix`, in order of id.
  public func withPrefix(_ prefix: String) -> [Fact] {
    facts.filter { $0.id.hasPrefix(prefix) }
  }

  /// Both sets together.
  ///
  /// - Throws: `CoachError` with code `duplicate_fact` when they share an id.
  public func merging(_ other: FactSet) throws(CoachError) -> FactSet {
    var merged: [Fact] = []
    merged.reserveCapacity(facts.count + other.facts.count)
    var rest = other.facts[...]
    for fact in facts {
      while let next = rest.first, next.id < fact.id { merged.append(rest.removeFirst()) }
      merged.append(fact)
    }
    return try FactSet(sorted: merged + rest)
  }
}

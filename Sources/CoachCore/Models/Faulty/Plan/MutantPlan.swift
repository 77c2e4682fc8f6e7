/// Which operators are tried where: operator × artifact × position, drawn from a seed.
///
/// Every operator that has a place anywhere appears, and as often as any other until its places run out; within an
/// operator, languages and agents take turns. The same seed over the same drafts gives the same list.
public struct MutantPlan: Sendable {
  /// How many mutants a plan has unless told otherwise.
  public static let standardCount = 300

  /// The mutants, by rail and operator.
  public let mutants: [Mutant]
  /// Operators that found no place in any draft.
  public let withoutPlace: [String]

  /// Draws a plan.
  ///
  /// - Parameters:
  ///   - seed: the seed the runs will have, since what is planted depends on it.
  ///   - sites: the clean drafts.
  ///   - count: how many mutants; fewer come out only when there are no more places.
  public init(seed: UInt64, sites: [MutantSite], count: Int = standardCount) {
    self.init(seed: seed, sites: sites, count: count, operators: FaultOperator.all)
  }

  init(seed: UInt64, sites: [MutantSite], count: Int, operators: [FaultOperator]) {
    var queues = operators.map { PlaceQueue($0, sites: sites, seed: seed) }
    var taken = operators.map { _ in [(site: Int, place: Int)]() }
    var random = FaultRandom(seed: seed, ["mutant plan"])
    var open = random.shuffled(Array(operators.indices))
    var total = 0
    while total < count, !open.isEmpty {
      for index in open.prefix(count - total) {
        guard let next = queues[index].next(sites: sites) else { continue }
        taken[index].append(next)
        total += 1
      }
      open.removeAll { queues[$0].isEmpty }
    }
    mutants = operators.indices.flatMap { index in
      taken[index].enumerated().map { position, found in
        Mutant(
          operatorName: operators[index].name, rail: operators[index].rail, site: found.site,
          place: found.place, number: position + 1)
      }
    }
    withoutPlace = operators.indices.filter { taken[$0].isEmpty && queues[$0].isEmpty }.map {
      operators[$0].name
    }
  }
}

/// The places of one operator in the order a plan takes them: languages and agents in turn, each draft once before any
/// is taken again.
private struct PlaceQueue {
  private let fault: FaultOperator
  private let seed: UInt64
  private var places: [(site: Int, place: Int)]
  private var position = 0

  init(_ fault: FaultOperator, sites: [MutantSite], seed: UInt64) {
    self.fault = fault
    self.seed = seed
    var random = FaultRandom(seed: seed, ["mutant places", fault.name])
    var groups: [String: [(round: Int, site: Int, place: Int)]] = [:]
    for index in random.shuffled(Array(sites.indices)) where fault.isFault(sites[index].brief) {
      let count = fault.places(sites[index].site)
      let first = random.below(count)
      for round in 0..<count {
        let key = "\(sites[index].language) \(sites[index].agent)"
        groups[key, default: []].append((round, index, (first + round) % count))
      }
    }
    let lanes = random.shuffled(groups.keys.sorted()).map { key in
      (groups[key] ?? []).enumerated().sorted {
        ($0.element.round, $0.offset) < ($1.element.round, $1.offset)
      }
      .map(\.element)
    }
    let longest = lanes.map(\.count).max() ?? 0
    places = (0..<longest).flatMap { turn in
      lanes.filter { turn < $0.count }.map { (site: $0[turn].site, place: $0[turn].place) }
    }
  }

  var isEmpty: Bool { position >= places.count }

  /// The next place where both the fault and its twin can be written.
  mutating func next(sites: [MutantSite]) -> (site: Int, place: Int)? {
    while position < places.count {
      let found = places[position]
      position += 1
      let site = sites[found.site].site
      let texts = [false, true].map { fault.text(in: site, place: found.place, twin: $0, seed: seed) }
      if texts.allSatisfy({ $0 != nil }) { return found }
    }
    return nil
  }
}

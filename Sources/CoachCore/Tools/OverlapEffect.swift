import Finance
import JSONKit

/// Computes the overlap that would be left if only one of the two funds most alike took new money.
struct OverlapEffect: CoachTool {
  static let name = "allocation_math"
  static let version = "1"

  /// Two holdings and the share of their money that is in the same papers.
  struct Pair: Hashable, Sendable {
    let first: String
    let second: String
    let overlap: Double

    func has(_ holding: String) -> Bool { first == holding || second == holding }
  }

  /// Every pair whose overlap is known, in order of id.
  let pairs: [Pair]
  /// The pair most alike.
  let largest: Pair
  let asOf: CivilDate

  /// Reads `pair.<h1>_<h2>.overlap` and `portfolio.overlap.pair`; nil when the facts name no pair.
  init?(_ facts: FactSet, asOf: CivilDate) {
    pairs = facts.withPrefix("pair.").compactMap { fact in
      let parts = fact.id.split(separator: ".")
      guard parts.count == 3, parts[2] == "overlap", let overlap = fact.value.double else { return nil }
      return Self.pair(parts[1], overlap)
    }
    guard let named = facts["portfolio.overlap.pair"]?.value.text.flatMap({ Self.pair($0[...], 0) }),
      let largest = pairs.first(where: { $0.has(named.first) && $0.has(named.second) })
    else { return nil }
    self.largest = largest
    self.asOf = asOf
  }

  private static func pair(_ ids: Substring, _ overlap: Double) -> Pair? {
    let holdings = ids.split(separator: "_").map(String.init)
    return holdings.count == 2 ? Pair(first: holdings[0], second: holdings[1], overlap: overlap) : nil
  }

  var arguments: JSONObject {
    [
      "action": .string(Recommendation.Kind.consolidateOverlap.rawValue),
      "holdings": [.string(largest.first), .string(largest.second)], "as_of": .string(asOf.description),
    ]
  }

  /// The largest overlap without whichever of the two leaves less; zero when no pair is left.
  func run() throws -> [Fact] {
    let left = [largest.first, largest.second].map { dropped in
      pairs.filter { !$0.has(dropped) }.map(\.overlap).max() ?? 0
    }
    let make = try FactMaker(
      Self.self, asOf: asOf,
      inputs: .array(
        pairs.map {
          [.string("\($0.first)_\($0.second)"), JSONNumber($0.overlap).map { .number($0) } ?? .null]
        }),
      rows: [.init(table: "holding", id: largest.first), .init(table: "holding", id: largest.second)])
    return [
      try make.ratio(
        "portfolio.after.consolidate_overlap.overlap",
        "largest overlap among the funds that would still take new money", min(left[0], left[1]))
    ]
  }
}

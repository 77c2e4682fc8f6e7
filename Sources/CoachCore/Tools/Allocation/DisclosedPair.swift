import Finance

/// Two holdings of different schemes that disclosed what they hold on the same day.
struct DisclosedPair {
  let first: String
  let second: String
  /// What they hold in common, a ratio.
  let overlap: Double
  let asOf: CivilDate

  var id: String { "\(first)_\(second)" }

  /// The pairs among what is held, in the order of the portfolio.
  static func all(in snapshot: PortfolioSnapshot, disclosures: [String: SchemeDisclosure]) throws
    -> [DisclosedPair]
  {
    let held = snapshot.holdings.filter { $0.units > .zero }
    var pairs: [DisclosedPair] = []
    for (index, one) in held.enumerated() {
      guard let first = disclosures[one.scheme.amfiCode] else { continue }
      for other in held[(index + 1)...] where other.scheme.amfiCode != one.scheme.amfiCode {
        guard let second = disclosures[other.scheme.amfiCode], second.asOf == first.asOf else { continue }
        let overlap = try PortfolioOverlap(first.weights, second.weights)
        pairs.append(
          DisclosedPair(first: one.id, second: other.id, overlap: overlap.percent / 100, asOf: first.asOf))
      }
    }
    return pairs
  }
}

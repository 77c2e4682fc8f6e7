/// What a fact measures, where prose is apt to call it something else (domain rules §3, “XIRR/CAGR/absolute mixed”,
/// “nominal vs real”).
enum Measure: Hashable, Sendable {
  /// A money-weighted yearly rate.
  case xirr
  /// A compound yearly rate between two prices.
  case cagr
  /// A gain over the whole time, not a year.
  case absolute
  /// A share of simulated courses.
  case probability
  /// An amount in the money of the day.
  case todaysMoney
  /// An amount at a later date, in the money of then.
  case futureMoney
  /// A rate before inflation.
  case nominalRate

  /// The measure of a fact, by its id; nil where prose cannot mistake it.
  init?(_ fact: Fact) {
    guard fact.value.double != nil else { return nil }
    let parts = fact.id.split(separator: ".")
    let name = parts.last ?? ""
    switch fact.unit {
    case .ratio where name == "xirr": self = .xirr
    case .ratio where name == "absolute_return": self = .absolute
    case .ratio where name.hasPrefix("return_") || parts.contains { $0.hasPrefix("rolling_") }: self = .cagr
    case .ratio where name == "probability": self = .probability
    case .ratio where name == "assumed_return": self = .nominalRate
    case .inr where name == "target_today": self = .todaysMoney
    case .inr where name == "target_future" || name == "projected": self = .futureMoney
    default: return nil
    }
  }

  /// The words that call it something it is not.
  var contradictions: Set<Measure.Word> {
    switch self {
    case .xirr: [.cagr, .absolute]
    case .cagr: [.xirr, .absolute]
    case .absolute: [.xirr, .cagr, .yearly]
    case .todaysMoney: [.inflated]
    case .futureMoney: [.todaysMoney, .real]
    case .nominalRate: [.real]
    case .probability: []
    }
  }

  /// What it is, for the repair prompt.
  var name: String {
    switch self {
    case .xirr: "an XIRR, a money-weighted rate a year"
    case .cagr: "a compound rate a year (CAGR)"
    case .absolute: "an absolute return over the whole time, not a year's"
    case .probability: "a probability; say so"
    case .todaysMoney: "an amount in today's money"
    case .futureMoney: "an amount in the money of a later date"
    case .nominalRate: "a rate before inflation"
    }
  }

  /// Words that say what a figure measures.
  enum Word: Hashable, Sendable {
    case xirr, cagr, absolute, yearly, todaysMoney, inflated, real, chance
  }
}

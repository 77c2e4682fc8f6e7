/// A family of claims that no artifact may make (domain rules §4.4, R5).
public enum BannedClaim: String, Codable, Sendable, CaseIterable {
  /// A return is promised: “guarantees 12 %”.
  case assuredReturn = "assured_return"
  /// The future is told as a fact: “you will definitely reach your goal”.
  case certainty
  /// Investing is called safe: “risk-free”, “you can't lose”.
  case noRisk = "no_risk"
  /// A fund or its return is ranked above all others: “best fund”.
  case superlative
  /// A named share or scheme is to be bought or sold.
  case stockTip = "stock_tip"
  /// The past is said to go on: “past returns will continue”.
  case pastPerformancePromise = "past_performance_promise"
  /// The reader is hurried: “before it is too late”.
  case urgency
  /// A market's course is foretold: “Sensex will hit 1,00,000”.
  case marketPrediction = "market_prediction"

  /// What would be right, for the repair prompt.
  var remedy: String {
    switch self {
    case .assuredReturn: "promises a return; say what is assumed, and that actual returns can be lower"
    case .certainty: "tells the future as a fact; say what the plan reaches under the assumption"
    case .noRisk: "denies risk; leave it out"
    case .superlative: "ranks a fund or a return above others; describe it without ranking"
    case .stockTip: "tells the reader to buy or sell a named share or scheme; leave it out"
    case .pastPerformancePromise: "promises that the past goes on; leave it out"
    case .urgency: "hurries the reader; leave it out"
    case .marketPrediction: "foretells the market; leave it out"
    }
  }
}

import JSONKit

/// Something that could be proposed, before anybody has asked whether it suits.
struct Proposal {
  /// What it is about.
  enum Subject: Hashable {
    case goal(String)
    case holding(String)
    case portfolio
  }

  /// Which way the fact it moves gets better.
  enum Improvement {
    case rises, falls
    /// A look at something moves nothing.
    case stays
  }

  /// What it does with money, which is what suitability asks.
  struct Moves {
    /// The holdings that would take new money, as far as they are known.
    var newMoneyInto: [HoldingSituation] = []
    /// Whether the share of equity could rise by it.
    var addsEquity = false
    /// Whether it changes how money is spread over classes.
    var changesMix = false
    /// Whether units are sold.
    var sells = false
  }

  let kind: Recommendation.Kind
  let subject: Subject
  /// 1 is first, 5 is last.
  let priority: Int
  /// What words to choose: the phrasebooks' key beside the kind.
  let lever: String
  let params: JSONObject
  let effect: Recommendation.Action.Effect
  let improvement: Improvement
  var cost = Recommendation.Action.Cost()
  var reversible = true
  var moves = Moves()
  /// Ids the prose must cite beside those of the effect.
  let cites: [String]
  /// Ids the prose may cite.
  var offers: [String] = []

  /// The goal it is about, if it is about one.
  var goal: String? { if case .goal(let id) = subject { id } else { nil } }
}

/// Where the facts of a recommendation stand.
enum RecommendationPrefix {
  /// The part of a fact's id before the names phrases use.
  static func of(_ subject: ProseSubject) -> String {
    switch (subject.state, subject.ref) {
    case ("build_emergency_fund", _): "portfolio.emergency."
    case ("review_scheme", let holding?): "holding.\(holding)."
    case (_, let goal?): "goal.\(goal)."
    case (_, nil): "portfolio."
    }
  }
}

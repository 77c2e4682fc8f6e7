@testable import CoachCore

/// The kinds of recommendation the contract knows.
enum KindNames {
  static let all = Recommendation.Kind.allCases.map(\.rawValue)
}

/// The rules of suitability the recommendation agent names.
enum RuleNames {
  static let all = SuitabilityRule.allCases.map(\.rawValue)
}

/// What can become of a recommendation.
enum StatusNames {
  static let all = Recommendation.Status.allCases.map(\.rawValue)
}

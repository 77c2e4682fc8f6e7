/// The phrasebooks there are, by agent and language.
enum Phrasebooks {
  /// The languages prose can be written in.
  static let languages = ["en", "hi"]

  /// The book of an agent in a language.
  ///
  /// - Throws: `CoachError` with code `unsupported_language` or `unknown_agent`.
  static func book(agent: String, language: String) throws(CoachError) -> any Phrasebook {
    guard languages.contains(language) else {
      throw CoachError(
        .unsupportedLanguage,
        "prose is written in English (en) or Hindi (hi); the language asked for is \(language)")
    }
    let english = language == "en"
    return switch agent {
    case AgentName.goalInsights: english ? GoalPhrasesEnglish() : GoalPhrasesHindi()
    case AgentName.performance: english ? PerformancePhrasesEnglish() : PerformancePhrasesHindi()
    case AgentName.allocation: english ? AllocationPhrasesEnglish() : AllocationPhrasesHindi()
    case AgentName.recommendation: english ? RecommendationPhrasesEnglish() : RecommendationPhrasesHindi()
    default:
      throw CoachError(.unknownAgent, "the agent \"\(agent)\" has no phrasebook; it writes nothing")
    }
  }
}

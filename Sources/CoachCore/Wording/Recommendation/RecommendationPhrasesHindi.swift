/// What the recommendation agent says in Hindi.
///
/// The step, its effect, its cost, why it suits, and that it can be undone: always what would be, never what to do.
struct RecommendationPhrasesHindi: Phrasebook {
  func composed(_ subject: ProseSubject) -> Phrasing {
    let words = RecommendationWordsHindi(subject)
    return Phrasing(
      title: words.title, factPrefix: RecommendationPrefix.of(subject),
      sentences: words.effect + words.age + words.cost,
      optional: subject.tone == "concise" ? [] : words.reasons + words.remark,
      closing: words.closing)
  }

  func template(_ subject: ProseSubject) -> Phrasing {
    let words = RecommendationTemplateHindi(subject)
    let composed = RecommendationWordsHindi(subject)
    return Phrasing(
      title: words.title, factPrefix: RecommendationPrefix.of(subject),
      sentences: words.sentences + composed.age, closing: composed.closing)
  }
}

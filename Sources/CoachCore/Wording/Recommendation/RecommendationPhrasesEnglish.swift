/// What the recommendation agent says in English.
///
/// The step, its effect, its cost, why it suits, and that it can be undone: always what would be, never what to do.
struct RecommendationPhrasesEnglish: Phrasebook {
  func composed(_ subject: ProseSubject) -> Phrasing {
    let words = RecommendationWordsEnglish(subject)
    return Phrasing(
      title: words.title, factPrefix: RecommendationPrefix.of(subject),
      sentences: words.effect + words.age + words.cost,
      optional: subject.tone == "concise" ? [] : words.reasons + words.remark,
      closing: words.closing)
  }

  func template(_ subject: ProseSubject) -> Phrasing {
    let words = RecommendationTemplateEnglish(subject)
    let composed = RecommendationWordsEnglish(subject)
    return Phrasing(
      title: words.title, factPrefix: RecommendationPrefix.of(subject),
      sentences: words.sentences + composed.age, closing: composed.closing)
  }
}

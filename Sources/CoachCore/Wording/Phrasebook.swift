/// What one agent can say in one language.
protocol Phrasebook: Sendable {
  /// What the embedded composer says, in full sentences and the tone asked for.
  func composed(_ subject: ProseSubject) -> Phrasing
  /// What the template renderer says when no draft passed the rails: few and fixed words.
  func template(_ subject: ProseSubject) -> Phrasing
}

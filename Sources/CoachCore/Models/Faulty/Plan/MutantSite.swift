/// A clean draft of one agent on given facts, with what code had decided of it: where mutants can be planted.
public struct MutantSite: Sendable {
  /// What the facts are of, for example the portfolio's file.
  public let source: String
  /// The agent that wrote the draft.
  public let agent: String
  /// The artifact's topic.
  public let topicKey: String
  /// The language of its prose.
  public let language: String
  let brief: ArtifactBrief
  let site: FaultSite

  init(source: String, brief: ArtifactBrief, site: FaultSite) {
    self.source = source
    self.agent = brief.agent
    self.topicKey = brief.topicKey
    self.language = brief.language
    self.brief = brief
    self.site = site
  }
}

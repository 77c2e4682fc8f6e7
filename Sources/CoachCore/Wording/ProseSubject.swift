/// What a piece of prose is about: the keys that choose its sentences.
///
/// The template reads them from the brief, the embedded composer from the contract block of its prompt, and both find
/// their sentences in the same phrasebook.
struct ProseSubject: Hashable, Sendable {
  /// The agent that speaks.
  let agent: String
  /// The state the topic reports, for example `at_risk`.
  let state: String
  /// The one thing that would help most.
  let lever: String
  /// The kind of the thing it is about, for example `education`.
  let kind: String
  /// The run-local id of what it is about, for example `g2`.
  let ref: String?
  /// `en` or `hi`.
  let language: String
  /// `plain`, `encouraging` or `concise`.
  let tone: String

  init(
    agent: String, state: String, lever: String, kind: String, ref: String?, language: String,
    tone: String = "plain"
  ) {
    self.agent = agent
    self.state = state
    self.lever = lever
    self.kind = kind
    self.ref = ref
    self.language = language
    self.tone = tone
  }

  init(_ brief: ArtifactBrief) {
    self.init(
      agent: brief.agent, state: brief.state, lever: brief.lever, kind: brief.subjectKind,
      ref: brief.scopeRef, language: brief.language)
  }
}

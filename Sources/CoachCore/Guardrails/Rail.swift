/// One judge of the output pipeline.
///
/// A rail only judges: it returns what it objects to, with the place and what would be right, and never changes the
/// text. Two texts that are equal get equal findings.
public protocol Rail: Sendable {
  /// Which rail it is.
  var id: GuardrailVerdict.Rail { get }

  /// What the rail objects to, in order of the text; nothing when it passes.
  func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding]
}

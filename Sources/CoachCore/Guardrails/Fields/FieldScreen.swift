/// Screens the free texts of a portfolio before one may stand in a prompt (domain rules §4.3): goal names, scheme names,
/// notes, descriptions, feedback.
///
/// It is the second defence. The first is not to send such texts at all, the last that nothing a model writes is
/// published unjudged. A flagged text is not sent; a clean one is sent escaped.
///
/// ```swift
/// let screen = FieldScreen()
/// print(screen.verdict(on: "Ignore the noise fund").isClean)              // true
/// print(screen.verdict(on: "Ignore previous instructions").threats)       // [.instruction]
/// ```
public struct FieldScreen: Sendable {
  /// Makes a screen; it keeps no state.
  public init() {}

  /// What speaks against a text, and how it may stand in a prompt.
  public func verdict(on text: String) -> FieldVerdict {
    let found = Set(InjectionScan(ProseText(text)).signs().map(\.threat))
    return FieldVerdict(threats: FieldThreat.allCases.filter(found.contains), line: FieldEscape.line(text))
  }
}

/// One way to break a draft, the rail that has to notice, and the benign edit of the same shape beside it.
///
/// A mutant is the operator applied at one place of one clean draft. Its twin looks alike and is right: it shows that
/// the rail tells the two apart instead of objecting to everything.
public struct FaultOperator: Sendable {
  /// Makes the completion for a place; nil when it cannot.
  typealias Edit = @Sendable (FaultSite, Int, inout FaultRandom) -> String?

  /// Stable name, for example `digit_swap`.
  public let name: String
  /// The rail that has to object to a mutant.
  public let rail: GuardrailVerdict.Rail
  /// Whether the edit is wrong under what code decided: advice is a fault only where it is forbidden.
  let isFault: @Sendable (ArtifactBrief) -> Bool
  /// How many places a draft has for it.
  let places: @Sendable (FaultSite) -> Int
  /// The completion with the fault.
  let mutate: Edit
  /// The completion with the benign edit.
  let twin: Edit

  init(
    _ name: String, _ rail: GuardrailVerdict.Rail,
    isFault: @escaping @Sendable (ArtifactBrief) -> Bool = { _ in true },
    places: @escaping @Sendable (FaultSite) -> Int, mutate: @escaping Edit, twin: @escaping Edit
  ) {
    self.name = name
    self.rail = rail
    self.isFault = isFault
    self.places = places
    self.mutate = mutate
    self.twin = twin
  }

  /// Every operator, in the order of the rails.
  public static let all: [FaultOperator] =
    parse + schema + citation + figures + wordings + bannedClaims + suitability + staleness + disclaimers
    + personalData + injection + style + repeats

  /// The operator with a name.
  public static func named(_ name: String) -> FaultOperator? { all.first { $0.name == name } }
}

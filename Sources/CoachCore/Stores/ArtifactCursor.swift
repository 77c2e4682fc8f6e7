/// A place in the list of what was published to one investor.
///
/// It holds the number of the artifact among that investor's own, and so says nothing of anybody else; in another's list
/// it is just another place.
public struct ArtifactCursor: Hashable, Sendable, LosslessStringConvertible {
  let position: Int

  init(position: Int) {
    self.position = position
  }

  /// Reads a cursor a client gives back; nil for a text that is none.
  public init?(_ description: String) {
    // One way of writing it only, so that equal places are equal texts.
    guard description.hasPrefix("a"), let position = Int(description.dropFirst()), position > 0,
      description == "a\(position)"
    else { return nil }
    self.position = position
  }

  /// The cursor as a client keeps it.
  public var description: String { "a\(position)" }
}

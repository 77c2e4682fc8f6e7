public import JSONKit

/// An artifact as it stands with the investor now.
public struct PublishedArtifact: Hashable, Sendable {
  /// Its place: ask for the page after it.
  public let cursor: ArtifactCursor
  /// The session it was published in.
  public let session: String
  /// The artifact by its contract; a recommendation's `status` is the one of now.
  public let artifact: JSONValue
  /// Where a recommendation stands; nil for an insight.
  public let status: Recommendation.Status?
  /// What the investor said of it; nil when nothing was.
  public let feedback: ArtifactFeedback?

  /// Describes a published artifact.
  public init(
    cursor: ArtifactCursor, session: String, artifact: JSONValue, status: Recommendation.Status?,
    feedback: ArtifactFeedback?
  ) {
    self.cursor = cursor
    self.session = session
    self.artifact = artifact
    self.status = status
    self.feedback = feedback
  }
}

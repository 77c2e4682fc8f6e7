/// An artifact with all that is kept because of it: stored together or not at all.
public struct Publication: Hashable, Sendable {
  /// What is published.
  public let artifact: Artifact
  /// That its topic has been told; nil where no ledger is kept.
  public let entry: TopicLedgerEntry?
  /// Its text, for passages to be found in later; nil where no texts are kept.
  public let document: StoredDocument?

  /// Puts a publication together.
  public init(artifact: Artifact, entry: TopicLedgerEntry? = nil, document: StoredDocument? = nil) {
    self.artifact = artifact
    self.entry = entry
    self.document = document
  }
}

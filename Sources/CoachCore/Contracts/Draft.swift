/// What the model returns: prose, the claims in it and what each marker cites.
///
/// The model decides nothing else. Topic, scope, severity, caveats and disclaimers come from code.
public struct Draft: Codable, Hashable, Sendable {
  /// A statement taken from the body word for word, and the markers that support it.
  public struct Claim: Codable, Hashable, Sendable {
    /// The words of the claim, as they stand in the body.
    public let text: String
    /// One or more markers such as `[f1]`.
    public let markers: [String]

    /// Makes a claim.
    public init(text: String, markers: [String]) {
      self.text = text
      self.markers = markers
    }
  }

  /// What one marker stands for.
  public struct Citation: Codable, Hashable, Sendable {
    /// The marker as it stands in the body, for example `[f1]`.
    public let marker: String
    /// The id of the fact it cites.
    public let factID: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case marker
      case factID = "fact_id"
    }

    /// Makes a citation.
    public init(marker: String, factID: String) {
      self.marker = marker
      self.factID = factID
    }
  }

  /// At most 80 characters, no numbers.
  public let title: String
  /// Markdown of at most 1,200 characters with `[f1]`-style markers after each figure.
  public let bodyMarkdown: String
  /// The claims the body makes.
  public let claims: [Claim]
  /// The fact behind each marker.
  public let citations: [Citation]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title
    case bodyMarkdown = "body_md"
    case claims, citations
  }

  /// Makes a draft.
  public init(title: String, bodyMarkdown: String, claims: [Claim], citations: [Citation]) {
    self.title = title
    self.bodyMarkdown = bodyMarkdown
    self.claims = claims
    self.citations = citations
  }
}

public import JSONKit

/// What the rails judge: a completion, as far as it can be read, and the brief it answers.
public struct RailSubject: Sendable {
  /// The model's text as it came.
  public let completion: String
  /// What code had decided before the model was asked.
  public let brief: ArtifactBrief
  /// The completion as strict JSON, duplicate keys refused, or why it is none.
  public let parsed: Result<JSONValue, JSONParseError>
  /// The draft, or why the JSON is none; nil when there is no JSON.
  public let decoded: Result<Draft, JSONDecodingError>?
  /// Title, body and claims taken apart once for all rails; nil when there is no draft.
  let prose: [ProseText]?
  /// The artifact put together from brief and draft; nil until ``assembled(as:)``.
  public let artifact: Artifact?

  /// Reads a completion as far as it goes.
  public init(completion: String, brief: ArtifactBrief) {
    self.completion = completion
    self.brief = brief
    artifact = nil
    do {
      let json = try JSONParser(options: Self.parserOptions).parse(completion)
      let decoded = Self.decode(json)
      parsed = .success(json)
      self.decoded = decoded
      prose = (try? decoded.get())?.proseFields.map(ProseText.init)
    } catch {
      parsed = .failure(error)
      decoded = nil
      prose = nil
    }
  }

  /// A draft that was read before, or a part of one.
  init(draft: Draft, brief: ArtifactBrief) {
    completion = draft.bodyMarkdown
    self.brief = brief
    artifact = nil
    parsed = .success(.null)
    decoded = .success(draft)
    prose = draft.proseFields.map(ProseText.init)
  }

  private init(_ subject: RailSubject, artifact: Artifact) {
    completion = subject.completion
    brief = subject.brief
    parsed = subject.parsed
    decoded = subject.decoded
    prose = subject.prose
    self.artifact = artifact
  }

  /// The subject with the artifact put together.
  public func assembled(as artifact: Artifact) -> RailSubject {
    RailSubject(self, artifact: artifact)
  }

  /// The ids of the offered facts that the body cites, by marker.
  var citedFacts: [String: Fact] {
    guard let draft, let body else { return [:] }
    let used = Set(body.tokens.lazy.filter { $0.kind == .marker }.map(\.text))
    return Dictionary(
      draft.citations.lazy.filter { used.contains($0.marker) }.compactMap { citation in
        self.brief.facts[citation.factID].map { (citation.marker, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The body, taken apart.
  var body: ProseText? { prose?.first { $0.pointer == "/body_md" } }

  /// The claims, taken apart, in their order.
  var claims: ArraySlice<ProseText> { prose?.dropFirst(Draft.proseFieldsBeforeClaims) ?? [] }

  /// The completion as JSON, if it is any.
  public var json: JSONValue? { try? parsed.get() }

  /// The draft, if the JSON is one.
  public var draft: Draft? { try? decoded?.get() }

  private static var parserOptions: JSONParser.Options {
    var options = JSONParser.Options()
    options.duplicateKeys = .refuse
    // A draft nests three deep and is at most a few kilobytes; more is not a draft.
    options.maximumDepth = 16
    options.maximumBytes = 65_536
    return options
  }

  private static func decode(_ json: JSONValue) -> Result<Draft, JSONDecodingError> {
    do {
      return .success(try JSONValueDecoder().decode(Draft.self, from: json))
    } catch {
      return .failure(error)
    }
  }
}

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
  /// The artifact put together from brief and draft; nil until ``assembled(as:)``.
  public let insight: Insight?

  /// Reads a completion as far as it goes.
  public init(completion: String, brief: ArtifactBrief) {
    self.completion = completion
    self.brief = brief
    insight = nil
    do {
      let json = try JSONParser(options: Self.parserOptions).parse(completion)
      parsed = .success(json)
      decoded = Self.decode(json)
    } catch {
      parsed = .failure(error)
      decoded = nil
    }
  }

  private init(_ subject: RailSubject, insight: Insight) {
    completion = subject.completion
    brief = subject.brief
    parsed = subject.parsed
    decoded = subject.decoded
    self.insight = insight
  }

  /// The subject with the artifact put together.
  public func assembled(as insight: Insight) -> RailSubject {
    RailSubject(self, insight: insight)
  }

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

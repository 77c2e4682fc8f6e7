public import Finance
public import JSONKit

/// The facts given to one agent run alone (`facts/1`), in place of a portfolio and the tools that read it.
public struct GivenFacts: Hashable, Sendable {
  /// What an agent may know of the investor.
  public struct User: Codable, Hashable, Sendable {
    /// `unknown`, `conservative`, `moderate` or `aggressive`.
    public let riskProfile: String
    /// BCP 47 language of the prose.
    public let language: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case riskProfile = "risk_profile"
      case language
    }

    /// Describes the investor.
    public init(riskProfile: String, language: String) {
      self.riskProfile = riskProfile
      self.language = language
    }
  }

  /// A goal as an agent sees it: its run-local id and its kind, never its name.
  public struct Goal: Codable, Hashable, Sendable {
    /// The run-local id, for example `g2`.
    public let id: String
    /// The kind, for example `education`.
    public let kind: String

    /// Names a goal.
    public init(id: String, kind: String) {
      self.id = id
      self.kind = kind
    }
  }

  /// The IST date the facts hold for.
  public let asOf: CivilDate
  /// What the agent may know of the investor.
  public let user: User
  /// The goals, in the portfolio's order.
  public let goals: [Goal]
  /// The facts.
  public let facts: FactSet
  /// What the portfolio they were computed from keeps private; empty for facts read from a file.
  var privacy = PrivateNames()

  /// Collects what an agent is given.
  public init(asOf: CivilDate, user: User, goals: [Goal], facts: FactSet) {
    self.asOf = asOf
    self.user = user
    self.goals = goals
    self.facts = facts
  }

  /// The same facts for prose in a language; nil keeps it as it is.
  public func speaking(_ language: String?) -> GivenFacts {
    guard let language else { return self }
    var given = GivenFacts(
      asOf: asOf, user: User(riskProfile: user.riskProfile, language: language), goals: goals, facts: facts)
    given.privacy = privacy
    return given
  }

  /// Reads a `facts/1` document.
  ///
  /// - Throws: `CoachError` with code `invalid_facts` naming the JSON Pointer of what is wrong, or `duplicate_fact`.
  public init(json: JSONValue) throws(CoachError) {
    struct Document: Decodable {
      let schema: String
      let as_of: CivilDate
      let user: User
      let goals: [Goal]
      let facts: [Fact]
    }
    let document: Document
    do {
      document = try JSONValueDecoder().decode(Document.self, from: json)
    } catch {
      throw CoachError(.invalidFacts, "the facts do not follow facts/1: \(error)", cause: error)
    }
    guard document.schema == "facts/1" else {
      throw CoachError(.invalidFacts, "/schema is \"\(document.schema)\"; a facts file says \"facts/1\"")
    }
    self.init(
      asOf: document.as_of, user: document.user, goals: document.goals, facts: try FactSet(document.facts))
  }
}

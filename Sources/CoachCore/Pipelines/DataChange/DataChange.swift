import JSONKit

/// What an ingestion has changed: `{"user": …, "schemes": […], "goals": […]}`, every part optional.
public struct DataChange: Codable, Hashable, Sendable {
  /// The one user concerned; nil for everybody the schemes concern, or everybody.
  public var user: String?
  /// AMFI codes of schemes whose prices or terms have changed.
  public var schemes: [String]
  /// Goals that have changed, by id; they are somebody's, so a user must be named.
  public var goals: [String]

  /// Describes a change.
  public init(user: String? = nil, schemes: [String] = [], goals: [String] = []) {
    self.user = user
    self.schemes = schemes
    self.goals = goals
  }

  /// Reads a change; what is left out is empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    user = try container.decodeIfPresent(String.self, forKey: .user)
    schemes = try container.decodeIfPresent([String].self, forKey: .schemes) ?? []
    goals = try container.decodeIfPresent([String].self, forKey: .goals) ?? []
  }

  /// Throws `CoachError` with code `invalid_request` for goals of nobody.
  func check() throws(CoachError) {
    guard user != nil || goals.isEmpty else {
      throw CoachError(.invalidRequest, "a change that names goals must name the user whose goals they are")
    }
  }
}

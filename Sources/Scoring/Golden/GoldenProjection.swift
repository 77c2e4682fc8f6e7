public import JSONKit

/// What code decided in a run, and so what may not change unnoticed: the content of a golden.
///
/// `{outcome, plan, facts {id: value}, insights […], recommendations […]}` with facts sorted by id. Prose, verdicts
/// and writers are left out unless asked for: a model may word things anew every time.
public struct GoldenProjection: Hashable, Sendable {
  /// The projection as JSON, ready to be written or compared.
  public let value: JSONValue

  /// Projects an observation.
  public init(_ observation: Observation, options: GoldenOptions = GoldenOptions()) {
    let prose = options.includesProse
    let insights = observation.artifacts.filter { !Self.isRecommendation($0) }
    let recommendations = observation.artifacts.filter(Self.isRecommendation)
    var members: JSONObject = [
      "outcome": .string(observation.outcome.rawValue),
      "plan": observation.plan,
      "facts": .object(Self.facts(observation.facts)),
      "insights": .array(insights.map { Self.insight($0, prose: prose) }),
      "recommendations": .array(recommendations.map { Self.recommendation($0, prose: prose) }),
    ]
    if prose {
      members["verdicts"] = .array(observation.verdicts)
      members["writers"] = .array(observation.writers)
    }
    value = .object(members)
  }

  private static func isRecommendation(_ artifact: JSONValue) -> Bool {
    artifact["schema"]?.string?.hasPrefix("recommendation/") ?? false
  }

  private static func facts(_ facts: [JSONValue]) -> JSONObject {
    let pairs = facts.compactMap { fact in fact["id"]?.string.map { (id: $0, value: fact["value"] ?? .null) }
    }
    return JSONObject(
      pairs.sorted { $0.id.unicodeScalars.lexicographicallyPrecedes($1.id.unicodeScalars) }
        .map { (key: $0.id, value: $0.value) })
  }

  private static func insight(_ artifact: JSONValue, prose: Bool) -> JSONValue {
    let decided = ["topic_key", "scope", "scope_ref", "severity", "caveats", "disclaimers", "assumptions"]
    return pick(prose ? decided + ["title", "body_md", "claims", "citations"] : decided, of: artifact)
  }

  /// The citations are the model's choice and left out with the prose; what an action does, costs and needs is code's.
  private static func recommendation(_ artifact: JSONValue, prose: Bool) -> JSONValue {
    let decided = [
      "topic_key", "kind", "priority", "actions", "suitability", "disclaimers", "expires_at", "status",
    ]
    return pick(prose ? decided + ["rationale_md", "citations"] : decided, of: artifact)
  }

  private static func pick(_ keys: [String], of artifact: JSONValue) -> JSONValue {
    .object(JSONObject(keys.compactMap { key in artifact[key].map { (key: key, value: $0) } }))
  }
}

public import JSONKit

extension Observation {
  /// The observation as one JSON document, which the pointers of the `pointer` check walk.
  ///
  /// Members: `kind outcome provenance facts artifacts events plan verdicts faults writers usage output`, with `usage` as
  /// `{input_tokens, output_tokens, calls, estimated, cost_micros?}`.
  public var document: JSONValue {
    var usageMembers: JSONObject = [
      "input_tokens": .number(JSONNumber(usage.inputTokens)),
      "output_tokens": .number(JSONNumber(usage.outputTokens)),
      "calls": .number(JSONNumber(usage.calls)),
      "estimated": .bool(usage.estimated),
    ]
    usageMembers["cost_micros"] = costMicros.map { .number(JSONNumber($0)) }
    return [
      "kind": .string(kind.rawValue),
      "outcome": .string(outcome.rawValue),
      "provenance": .string(provenance.rawValue),
      "facts": .array(facts),
      "artifacts": .array(artifacts),
      "events": .array(events),
      "plan": plan,
      "verdicts": .array(verdicts),
      "faults": .array(faults),
      "writers": .array(writers),
      "usage": .object(usageMembers),
      "output": .string(output),
    ]
  }

  /// The first fact with each id, and the ids that more than one fact claims.
  var factIndex: (byID: [String: JSONValue], duplicates: [String]) {
    var byID: [String: JSONValue] = [:]
    var duplicates: [String] = []
    for fact in facts {
      guard let id = fact["id"]?.string else { continue }
      if byID[id] == nil {
        byID[id] = fact
      } else if !duplicates.contains(id) {
        duplicates.append(id)
      }
    }
    return (byID, duplicates)
  }
}

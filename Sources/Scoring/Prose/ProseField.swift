import JSONKit

/// One text a person may read, and where it stands in the observation.
struct ProseField: Hashable, Sendable {
  enum Role: Hashable, Sendable {
    case title, body, claim, delta
  }

  let role: Role
  let pointer: JSONPointer
  let text: String
}

extension Observation {
  /// Titles, bodies and claims of the artifacts, in order.
  var prose: [ProseField] {
    artifacts.enumerated().flatMap { index, artifact in
      Self.prose(of: artifact, at: JSONPointer(tokens: ["artifacts", String(index)]))
    }
  }

  /// The text that was streamed: a rejected sentence cannot be recalled, so it counts as said.
  var streamedProse: [ProseField] {
    events.enumerated().compactMap { index, event in
      guard event["type"]?.string == "text.delta", let text = event["data"]?["text"]?.string else {
        return nil
      }
      let pointer = JSONPointer(tokens: ["events", String(index), "data", "text"])
      return ProseField(role: .delta, pointer: pointer, text: text)
    }
  }

  private static func prose(of artifact: JSONValue, at pointer: JSONPointer) -> [ProseField] {
    let fields: [(String, ProseField.Role)] = [
      ("title", .title), ("body_md", .body), ("rationale_md", .body),
    ]
    let own = fields.compactMap { key, role in
      artifact[key]?.string.map { ProseField(role: role, pointer: pointer.appending(key), text: $0) }
    }
    let claims = (artifact["claims"]?.array ?? []).enumerated().compactMap { index, claim in
      claim["text"]?.string.map {
        let place = pointer.appending("claims").appending(index).appending("text")
        return ProseField(role: .claim, pointer: place, text: $0)
      }
    }
    return own + claims
  }
}

import JSONKit

extension FaultOperator {
  /// R2: JSON that is no draft.
  static let schema: [FaultOperator] = [
    members(
      "extra_key", places: 2,
      { draft, place, _ in
        if place == 0 { draft["severity"] = "info" } else { draft["disclaimers"] = [] }
      }),
    members(
      "missing_key", places: 4, { draft, place, _ in draft[Draft.CodingKeys.allCases[place].rawValue] = nil }),
    members(
      "wrong_type", places: 4,
      { draft, place, _ in
        switch place {
        case 0: draft["title"] = 1
        case 1: draft["body_md"] = [draft["body_md"] ?? nil]
        case 2: draft["claims"] = draft["claims"]?[0]
        default: draft["citations"] = .null
        }
      }),
    members(
      "empty_text", places: 2, { draft, place, _ in draft[place == 0 ? "title" : "body_md"] = "" }),
    members("empty_claims", places: 1, { draft, _, _ in draft["claims"] = [] }),
    members(
      "too_many_claims", places: 1,
      { draft, _, _ in
        guard let claim = draft["claims"]?[0] else { return }
        draft["claims"] = .array(Array(repeating: claim, count: 21))
      }),
    members(
      "bad_marker", places: 2,
      { draft, place, _ in
        guard var citations = draft["citations"]?.array, case .object(var first)? = citations.first else {
          return
        }
        first["marker"] = place == 0 ? "f1" : "[1]"
        citations[0] = .object(first)
        draft["citations"] = .array(citations)
      }),
    lengthened("long_title", by: { FaultSite.longestTitle + 1 - $0.draft.title.unicodeScalars.count }) {
      edit, padding in edit.title += padding
    },
    lengthened("long_body", by: { $0.room + 1 }) { edit, padding in edit.setBody(edit.body + padding) },
  ]

  /// An operator on the members of the answer.
  private static func members(
    _ name: String, places: Int,
    _ change: @escaping @Sendable (inout JSONObject, Int, inout FaultRandom) -> Void
  ) -> FaultOperator {
    FaultOperator(
      name, .schema, places: { $0.gaps.isEmpty ? 0 : places },
      mutate: { site, place, random in
        guard (0..<places).contains(place),
          case .object(var members)? = try? JSONValueEncoder().encode(site.draft)
        else { return nil }
        change(&members, place, &random)
        return JSONValue.object(members).compact()
      }, twin: relaid)
  }

  /// An operator that makes a text longer than the contract allows; its twin adds a few words that fit.
  private static func lengthened(
    _ name: String, by excess: @escaping @Sendable (FaultSite) -> Int,
    _ append: @escaping @Sendable (inout DraftEdit, String) -> Void
  ) -> FaultOperator {
    @Sendable func words(_ site: FaultSite) -> String { site.language == "hi" ? " और थोड़ा सा" : " and a little" }
    return draft(
      name, .schema, places: { excess($0) > 40 ? 1 : 0 },
      fault: { edit, site, _, _ in
        var padding = ""
        while padding.unicodeScalars.count < excess(site) { padding += words(site) }
        append(&edit, padding)
        return true
      },
      benign: { edit, site, _, _ in
        edit.title += site.language == "hi" ? " फिलहाल" : " for now"
        return true
      })
  }
}

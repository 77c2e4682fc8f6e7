import Finance
import JSONKit

/// How one task of a run ended.
struct TaskEnding: Sendable {
  /// The task.
  let node: String
  /// What QA & citation found in the artifacts the task wrote, in the order they were written.
  var findings: [QaCitationAgent.Finding] = []
  /// Whether the template wrote any of them.
  var replaced = false
  /// The topics that were not told because they rest, and until when.
  var resting: [(topicKey: String, until: CivilDate)] = []
  /// The topics the investor has asked not to hear of.
  var muted: [String] = []
  /// The number of artifacts published.
  var published = 0
  /// Why the task could not do its work, if it could not.
  var error: CoachError?

  /// What `agent.finished` tells.
  var data: JSONObject {
    var data: JSONObject = ["published": .number(JSONNumber(published))]
    if !resting.isEmpty {
      data["resting"] = .array(
        resting.map { ["topic_key": .string($0.topicKey), "until": .string($0.until.description)] })
    }
    if !muted.isEmpty { data["muted"] = .array(muted.map { .string($0) }) }
    if let error {
      data["error"] = ["code": .string(error.code.description), "message": .string(error.message)]
    }
    return data
  }
}

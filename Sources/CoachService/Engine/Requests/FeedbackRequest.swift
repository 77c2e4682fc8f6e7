import CoachCore
import Finance
import JSONKit

/// Feedback as it comes over the wire.
struct FeedbackRequest: Sendable {
  private let feedback: Feedback

  /// Takes a body that follows the API document.
  ///
  /// - Throws: `Problem` with status 400 for a date that is none.
  init(_ body: JSONObject, of user: String) throws {
    guard let session = body["session_id"]?.string, let topic = body["topic_key"]?.string,
      let verdict = body["verdict"]?.string.flatMap(Feedback.Verdict.init(rawValue:))
    else { throw Problem.badRequest("session_id, topic_key and verdict are needed") }
    let until = try body["until"]?.string.map { text in
      guard let date = CivilDate(iso: text) else { throw Problem.badRequest("until is no date") }
      return date
    }
    feedback = Feedback(
      user: user, session: session, topicKey: topic, verdict: verdict, until: until,
      comment: body["comment"]?.string)
  }

  /// Keeps it, and tells what became of it.
  func record(by pipelines: CoachPipelines) async throws -> JSONValue {
    let standing = try await pipelines.record(feedback)
    var answer: JSONObject = [
      "session_id": .string(feedback.session), "topic_key": .string(feedback.topicKey),
      "verdict": .string(feedback.verdict.rawValue),
    ]
    answer["status"] = standing.status.map { .string($0.rawValue) }
    return .object(answer)
  }
}

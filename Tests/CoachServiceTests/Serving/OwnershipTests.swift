import CoachCore
import Foundation
import HTTPTransport
import JSONKit
import Testing

@testable import CoachService

/// What is one user's is not there for another, whatever they ask and however often.
@Suite struct OwnershipTests {
  /// One way of asking for another's session.
  private struct Question: Sendable {
    let method: String
    let path: String
    var headers: [(String, String)] = []
    var body: JSONValue?
  }

  private static func questions(
    about session: String, _ topic: String, _ number: Int
  ) -> [Question] {
    let prefix = ServedCoach.prefix
    return [
      Question(method: "GET", path: "\(prefix)/stream?sessionId=\(session)"),
      Question(method: "GET", path: "\(prefix)/stream?sessionId=\(session)&after=\(number % 200)"),
      Question(
        method: "GET", path: "/app\(prefix)/stream?sessionId=\(session)",
        headers: [("Last-Event-ID", "\(number % 300)")]),
      Question(method: "GET", path: "\(prefix)/insights?sessionId=\(session)&limit=\(1 + number % 100)"),
      Question(method: "POST", path: "\(prefix)/cancel", body: ["sessionId": .string(session)]),
      Question(method: "POST", path: "\(prefix)/ticket", body: ["sessionId": .string(session)]),
      Question(
        method: "POST", path: "\(prefix)/feedback",
        body: ["sessionId": .string(session), "topicKey": .string(topic), "verdict": "disliked"]),
    ]
  }

  @Test func tenThousandCrossRequests() async throws {
    try await ServedCoach.serve { coach in
      let alice = try await coach.signIn("u02")
      let ben = try await coach.signIn("u03")
      let hers = try await coach.start(alice.token)
      let his = try await coach.start(ben.token)
      let herEvents = try await coach.events(hers, alice.token)
      _ = try await coach.events(his, ben.token)
      let topic = herEvents.compactMap { $0["data"]?["topic_key"]?.string }.first ?? ""
      let count = 10_000
      let failures = Findings()
      await withTaskGroup(of: Void.self) { group in
        for lane in 0..<16 {
          group.addTask {
            for number in stride(from: lane, to: count, by: 16) {
              // Ben's session too, so that a store that mixes them up would be seen both ways.
              let (session, token) = number % 2 == 0 ? (hers, ben.token) : (his, alice.token)
              let questions = Self.questions(about: session, topic, number)
              let question = questions[number % questions.count]
              do {
                let answer = try await coach.call(
                  question.method, coach.facade + question.path, token: token, headers: question.headers,
                  body: question.body)
                guard answer.status == 404, !answer.text.contains(session), !answer.text.contains("data:")
                else {
                  failures.add("\(question.path): \(answer.status) \(answer.text.prefix(200))")
                  continue
                }
              } catch {
                failures.add("\(question.path): \(error)")
              }
            }
          }
        }
      }
      let found = failures.all
      #expect(found.isEmpty, "\(found.prefix(3))")
      print("ownership: \(count) cross requests")
      // Nothing of what was asked has touched her session.
      let after = try await coach.events(hers, alice.token)
      #expect(after == herEvents)
    }
  }

  @Test func pageHoldsOnlyWhatIsTheCallersOwn() async throws {
    try await ServedCoach.serve { coach in
      let alice = try await coach.signIn("u02")
      let ben = try await coach.signIn("u02")
      let hers = try await coach.start(alice.token)
      _ = try await coach.events(hers, alice.token)
      let mine = try await coach.call("GET", coach.facade + "/api/ai/coach/insights", token: alice.token)
      #expect((mine.json["items"]?.array ?? []).count > 1)
      let none = try await coach.call("GET", coach.facade + "/api/ai/coach/insights", token: ben.token)
      #expect(none.json["items"]?.array?.isEmpty == true)
      let cursor = try #require(
        try await coach.call("GET", coach.facade + "/api/ai/coach/insights?limit=1", token: alice.token)
          .json["nextCursor"]?.string)
      let stolen = try await coach.call(
        "GET", coach.facade + "/api/ai/coach/insights?cursor=\(cursor)", token: ben.token)
      #expect(stolen.json["items"]?.array?.isEmpty == true)
    }
  }
}

import CoachClient
import Foundation
import HTTPTransport
import JSONKit
import Testing

/// What users disliked at a served coach becomes cases of a suite.
@Suite("workbench init --from-feedback", .timeLimit(.minutes(5)))
struct FeedbackSuiteTests {
  @Test("a disliked session is a case that can be checked and run, and says nothing personal")
  func disliked() async throws {
    let project = try TemporaryProject()
    let store = project.file("coach.sqlite").path
    let served = try await ServedProject.start(in: project.root, store: store)
    let transport = try CurlTransport()
    let signIn = try await CoachClient.signIn(user: "u03", baseURL: served.url, transport: transport)
    let client = CoachClient(
      baseURL: served.url, credential: .bearer(signIn.accessToken), transport: transport)
    let session = try await client.start(["as_of": "2026-08-14"], idempotencyKey: nil).session
    var topic = ""
    for try await event in client.events(session: session) where event.type == "artifact.insight" {
      topic = try event.json()["data"]?["topic_key"]?.string ?? topic
    }
    try await client.feedback(
      session: session, topicKey: topic, verdict: .disliked, comment: "not for me, call 98765 43210")
    await served.stop()

    func workbench(_ arguments: [String]) async throws -> WorkbenchProcess.Ended {
      try await WorkbenchProcess.run(arguments, in: project.root, ci: true)
    }
    let made = try await workbench(["init", "--from-feedback", store, "--out", "suites/feedback.yaml"])
    #expect(made.status == 0, "\(made.output)\(made.errors)")
    let text = try project.text("suites/feedback.yaml")
    #expect(text.contains(topic) && text.contains("not for me") && !text.contains("43210"))
    #expect(text.contains("fixtures/portfolios/F03.json"))
    #expect(try await workbench(["check", "suites/feedback.yaml"]).status == 0)
    let run = try await workbench(["run", "suites/feedback.yaml", "--out", "out"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    // A file that is there is somebody's work.
    let again = try await workbench(["init", "--from-feedback", store, "--out", "suites/feedback.yaml"])
    #expect(again.status == 2)
    #expect(try project.text("suites/feedback.yaml") == text)
    let absent = try await workbench(["init", "--from-feedback", "nothing.sqlite", "--out", "suites/x.yaml"])
    #expect(absent.status == 2)
  }
}

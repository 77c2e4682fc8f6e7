import CoachClient
import Crypto
import Foundation
import HTTPTransport
import JSONKit
import Testing

/// What a service writes down, at the most talkative level: ids and codes, never a secret or a person.
@Suite("logs of a service", .timeLimit(.minutes(5)))
struct ServiceLogTests {
  private static let cronSecret = "the-secret-of-scheduled-calls"

  @Test("no secret and no personal data is in a log, a metric or a problem", arguments: ["debug", "trace"])
  func nothingPrivate(_ level: String) async throws {
    let project = try TemporaryProject()
    let served = try await ServedProject.start(
      in: project.root, store: project.file("coach.sqlite").path, arguments: ["--log-level", level],
      environment: ["CRON_SECRET": Self.cronSecret])
    let transport = try CurlTransport()
    let url = served.url + "/api/ai/coach"
    let signIn = try await CoachClient.signIn(user: "u26", baseURL: served.url, transport: transport)
    let client = CoachClient(
      baseURL: served.url, credential: .bearer(signIn.accessToken), transport: transport)
    let key = "an-idempotency-key-of-somebody"
    let session = try await client.start(["as_of": "2026-08-14"], idempotencyKey: key).session
    var topic = ""
    for try await event in client.events(session: session) where event.type == "artifact.insight" {
      topic = try event.json()["data"]?["topic_key"]?.string ?? topic
    }
    let comment = "call me on 98765 43210 about ABCPK1234L"
    try await client.feedback(session: session, topicKey: topic, verdict: .disliked, comment: comment)
    let ticket = try await client.ticket(session: session)
    var said = ""
    func ask(_ method: String, _ address: String, _ headers: [(String, String)], _ body: String? = nil)
      async throws
    {
      let response = try await transport.send(
        TransportRequest(
          method: method, url: address, headers: try TransportHeaders(headers),
          body: body.map { Array($0.utf8) }))
      said += String(decoding: try await response.body.collect(), as: UTF8.self)
    }
    let json = ("Content-Type", "application/json")
    for _ in 0..<2 {
      try await ask("GET", "\(url)/stream?sessionId=\(session)&ticket=\(ticket.ticket)&after=999", [])
    }
    try await ask("GET", "\(url)/webhook?job=nothing", [("Authorization", "Bearer \(Self.cronSecret)")])
    try await ask("GET", "\(url)/insights", [("Authorization", "Bearer \(signIn.accessToken)x")])
    try await ask("GET", "\(url)/insights", [("Cookie", "sb-access-token=\(signIn.accessToken)x")])
    try await ask(
      "POST", "\(url)/start", [json, ("Authorization", "Bearer \(signIn.accessToken)")],
      "{\"secret\": \"\(comment)\"}")
    try await ask(
      "GET", "\(url)/insights?email=priya@example.com", [("Authorization", "Bearer \(signIn.accessToken)")])
    try await ask("GET", served.url + "/metrics", [])
    try await ask("GET", (served.engine.urls["engine"] ?? "") + "/metrics", [])
    await served.stop()
    var written = said
    for log in [served.engine.log, served.facade.log] {
      written += try String(contentsOf: log, encoding: .utf8)
    }
    #expect(written.contains("request"), "nothing was logged, so nothing was tried")
    var secrets = [
      signIn.accessToken, Self.cronSecret, ticket.ticket, key, comment, "98765 43210", "ABCPK1234L",
      "priya@example.com", served.key.pemRepresentation.split(separator: "\n")[1].description,
    ]
    secrets += try Self.personalValues(project)
    for secret in secrets where secret.count > 3 {
      #expect(!written.localizedCaseInsensitiveContains(secret), "\(secret.prefix(6))… is written down")
    }
    print("logs at \(level): \(written.utf8.count) bytes without any of \(secrets.count) secrets")
  }

  /// Names, addresses and numbers of the person of F26.
  private static func personalValues(_ project: TemporaryProject) throws -> [String] {
    let cas = try JSONValue(parsing: project.text("fixtures/portfolios/F26.json"))["cas"]
    let investor = cas?["investor_info"] ?? cas?["investor"]
    let found = (investor?.object?.map(\.value) ?? []).compactMap(\.string)
    #expect(!found.isEmpty, "the fixture names nobody")
    return found
  }
}

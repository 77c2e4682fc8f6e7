import CoachCore
import Finance
import Foundation
import HTTPTransport
import JSONKit
import Logging
import Testing

@testable import CoachService

@Suite("Weekly mail", .enabled(if: SMTPRelay.python != nil, "aiosmtpd is not to be had"))
struct WeeklyMailTests {
  /// A folder of a few of the project's portfolios, so that the job is short.
  private func portfolios(_ names: [String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "weekly-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(
        at: ProjectFolder.root.appending(path: "fixtures/portfolios/\(name).json"),
        to: folder.appending(path: "\(name).json"))
    }
    return folder
  }

  @Test("the weekly job, asked for twice by its secret, sends one mail to each user who wants mail")
  func twice() async throws {
    let relay = try SMTPRelay()
    let (port, time) = (relay.port, AuthClock())
    let folder = try portfolios(["F01", "F03"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let wanting = try #require(FixtureSubject(user: "u03", tenant: 0)).uuid
    let address = try #require(
      ProjectFolder.json("fixtures/portfolios/F03.json")["cas"]?["investor_info"]?["email"]?.string)
    var options = ServedCoach.Options()
    options.clock = time.clock
    options.portfolios = folder
    options.outbox = { store, portfolios in
      OutboxMail(
        store, about: store, values: store, addresses: ConsentedAddresses(portfolios, store: store),
        transport: MailTransport(
          try CurlTransport(), relay: MailRelay(host: "127.0.0.1", port: port, security: .none)),
        letterhead: .init(from: "coach@service.example", hub: "https://coach.example"), clock: time.clock,
        logger: Logger(label: "mail") { _ in SwiftLogNoOpLogHandler() }, nonce: { UUID().uuidString })
    }
    let answers = try await ServedCoach.serve(options) { coach in
      try coach.store.save(
        UserPreferences(language: .hindi, notifyEmail: true, updatedAt: "t"), as: Principal(user: wanting))
      var answers: [JSONValue] = []
      for _ in 0..<2 {
        let answer = try await coach.call(
          "GET", coach.facade + ServedCoach.prefix + "/webhook?job=weekly_email",
          token: ServedCoach.cronSecret)
        #expect(answer.status == 200, "\(answer.text)")
        answers.append(answer.json)
      }
      return answers
    }
    #expect(answers.map { $0["sent"]?.int } == [1, 0])
    #expect(answers.map { $0["date"]?.string } == ["2026-08-10", "2026-08-10"])
    #expect(answers[1]["results"] == ["already_done": 2])
    let mails = try relay.mails()
    #expect(mails.map(\.to) == [address])
    #expect(mails.first?.subject == "आपके मनी कोच के पास आपके लिए कुछ है")
  }
}

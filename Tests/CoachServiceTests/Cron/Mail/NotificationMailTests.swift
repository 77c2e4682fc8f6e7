import CoachCore
import Finance
import Foundation
import HTTPTransport
import Testing

@testable import CoachService

@Suite("Words of a notification")
struct NotificationMailTests {
  private func mail(
    _ severities: [Insight.Severity], _ language: User.Language = .english
  ) -> NotificationMail {
    NotificationMail(language: language, counts: .init(severities), hub: "https://coach.example")
  }

  private func items(_ mail: NotificationMail) -> [Substring] {
    mail.text.split(separator: "\n").filter { $0.hasPrefix("- ") }
  }

  @Test("things are counted by how much they matter; what there is none of is left out")
  func counts() {
    let lines = items(mail([.info, .action, .info, .info]))
    #expect(lines == ["- 1 thing to act on", "- 3 things good to know"])
    let hindi = items(mail([.attention, .attention], .hindi))
    #expect(hindi == ["- 2 बातें, जिन पर नज़र रखनी है"])
  }

  @Test("the link, and the way to stop, are in every mail", arguments: [User.Language.english, .hindi])
  func link(_ language: User.Language) {
    let text = mail([.action], language).text
    #expect(text.components(separatedBy: "https://coach.example").count == 3)
    #expect(!text.contains("₹"))
  }

  @Test("dates as RFC 5322 has them")
  func dates() {
    let date = Date(timeIntervalSince1970: 1_786_950_245)
    #expect(OutboxMail.date(date) == "Mon, 17 Aug 2026 07:04:05 +0000")
  }

  @Test(
    "a relay by its URL: TLS is required of all but this machine",
    arguments: [
      ("smtp://mail.example", "mail.example", 587, MailRelay.Security.startTLS),
      ("smtp://mail.example:25", "mail.example", 25, .startTLS),
      ("smtps://u:p%40ss@mail.example", "mail.example", 465, .tls),
      ("SMTP://localhost", "localhost", 25, .none), ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, .none),
    ])
  func relay(_ url: String, _ host: String, _ port: Int, _ security: MailRelay.Security) throws {
    let relay = try #require(MailRelay(url: url))
    #expect(relay.host == host && relay.port == port && relay.security == security)
    #expect((relay.credentials != nil) == url.contains("@"))
    #expect(MailRelay(url: "http://mail.example") == nil && MailRelay(url: "smtp:") == nil)
  }
}

import Foundation
import HTTPTransport
import JSONKit
import Testing

@Suite("Mail over SMTP", .enabled(if: MailServer.python != nil), .serialized, .timeLimit(.minutes(1)))
struct MailTransportTests {
  private func message(to: [String] = ["asha@user.example"], subject: String = "Week", text: String = "Hello")
    -> MailMessage
  {
    MailMessage(
      from: "coach@service.example", to: to, subject: subject, text: text,
      date: "Mon, 17 Aug 2026 08:30:00 +0530", messageID: "m1@service.example")
  }

  private func send(_ message: MailMessage, to server: MailServer, _ credentials: MailCredentials? = nil)
    async throws
  {
    try await CurlTransport.withTransport { transport in
      let relay = MailRelay(host: "127.0.0.1", port: server.port, security: .none, credentials: credentials)
      try await MailTransport(transport, relay: relay).send(message)
    }
  }

  @Test("a mail arrives with its text, subject and receivers whole")
  func arrives() async throws {
    let server = try MailServer()
    let text = "Ihr Plan: ₹ 5,000 = gut\n.\n..two dots\n" + String(repeating: "long ", count: 40) + "\nend "
    let to = ["asha@user.example", "ravi@user.example"]
    try await send(message(to: to, subject: "Ihre Woche – ₹", text: text), to: server)
    let mail = try server.mail()
    #expect(mail["from"]?.string == "coach@service.example")
    #expect(mail["to"]?.array?.compactMap(\.string) == to)
    let content = try #require(mail["content"]?.string)
    let parts = content.components(separatedBy: "\r\n\r\n")
    #expect(parts[0].contains("Subject: =?utf-8?B?SWhyZSBXb2NoZSDigJMg4oK5?="))
    #expect(content.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    let body = parts.dropFirst().joined(separator: "\r\n\r\n")
    #expect(decoded(body) == text.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n")
  }

  @Test(
    "a refusal says whether another try is worth while",
    arguments: [
      ("a@refused.example", TransportError.Code.refused), ("a@later.example", .refusedForNow),
    ])
  func refusals(_ address: String, _ code: TransportError.Code) async throws {
    let server = try MailServer()
    let error = await #expect(throws: TransportError.self) {
      try await send(message(to: [address]), to: server)
    }
    #expect(error?.code == code)
    #expect(error?.message.contains(address) == false)
  }

  @Test("a user signs in; who has a wrong word is sent away")
  func signIn() async throws {
    let server = try MailServer(arguments: ["--auth"])
    try await send(message(), to: server, MailCredentials(user: "coach", password: "word"))
    #expect(try server.mail()["from"]?.string == "coach@service.example")
    let error = await #expect(throws: TransportError.self) {
      try await send(message(), to: server, MailCredentials(user: "coach", password: "wrong"))
    }
    #expect(error?.code == .serverRefused)
    #expect(error.map { "\($0)".contains("wrong") } == false)
  }

  @Test("without TLS where it is required, nothing is sent")
  func requiredTLS() async throws {
    let server = try MailServer()
    try await CurlTransport.withTransport { transport in
      let relay = MailRelay(host: "127.0.0.1", port: server.port, security: .startTLS)
      let error = await #expect(throws: TransportError.self) {
        try await MailTransport(transport, relay: relay).send(message())
      }
      #expect(error?.code == .tls)
    }
  }

  /// Undoes quoted-printable, written on its own so that it shares no error with the encoder.
  private func decoded(_ text: String) -> String {
    let joined = text.replacingOccurrences(of: "=\r\n", with: "")
    var bytes: [UInt8] = []
    var rest = Array(joined.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

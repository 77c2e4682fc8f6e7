import Foundation
import Testing

@testable import HTTPTransport

@Suite("Mail format")
struct MailFormatTests {
  private func message(from: String = "a@b", to: [String] = ["c@d"], subject: String = "s") -> MailMessage {
    MailMessage(
      from: from, to: to, subject: subject, text: "t", date: "Mon, 17 Aug 2026 08:30:00 +0530",
      messageID: "m@b")
  }

  @Test(
    "what would write a field of its own is refused",
    arguments: [
      "c@d\r\nBcc: e@f", "c@d>,<e@f", "c d@e", "c@", "@d", "c@d@e", "", "c@d,e@f", "ç@d",
    ])
  func addresses(_ address: String) {
    #expect(throws: TransportError.self) { try MailFormat.bytes(of: message(to: [address])) }
    #expect(throws: TransportError.self) { try MailFormat.bytes(of: message(from: address)) }
  }

  @Test("a subject of two lines, and no receiver, are refused")
  func others() {
    #expect(throws: TransportError.self) { try MailFormat.bytes(of: message(subject: "a\r\nBcc: e@f")) }
    #expect(throws: TransportError.self) { try MailFormat.bytes(of: message(to: [])) }
  }

  @Test("an encoded subject cuts no character and no line is too long")
  func subject() {
    let text = String(repeating: "₹🙂é", count: 40)
    let lines = EncodedWords.text(text).components(separatedBy: "\r\n ")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?utf-8?B?") && $0.hasSuffix("?=") })
    #expect(EncodedWords.text("plain") == "plain")
    #expect(EncodedWords.text("=?x?").hasPrefix("=?utf-8?B?"))
  }

  @Test(
    "base64 as RFC 4648 has it",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func base64(_ text: String, _ expected: String) {
    #expect(EncodedWords.base64(Array(text.utf8)) == expected)
  }

  @Test("blanks at the end of a line and lone ends of lines survive quoted-printable")
  func quotedPrintable() {
    let encoded = String(decoding: QuotedPrintable.encoded("a \rb\t\nc=\r\n"), as: UTF8.self)
    #expect(encoded == "a=20\r\nb=09\r\nc=3D\r\n\r\n")
  }
}

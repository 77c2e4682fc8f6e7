/// Writes a message as RFC 5322 and MIME want it; dots at the start of a line are libcurl's to double.
enum MailFormat {
  /// The bytes of a message.
  ///
  /// - Throws: ``TransportError/Code/invalidRequest`` for what cannot stand in a head.
  static func bytes(of message: MailMessage) throws(TransportError) -> [UInt8] {
    guard !message.to.isEmpty else {
      throw TransportError(.invalidRequest, "The mail has no receiver.")
    }
    for address in [message.from] + message.to where !isAddress(address) {
      throw TransportError(.invalidRequest, "An address of the mail is not of the form user@host.")
    }
    for (name, value) in [
      ("subject", message.subject), ("date", message.date), ("message id", message.messageID),
    ]
    where value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) {
      throw TransportError(.invalidRequest, "The mail's \(name) holds a control character; take it out.")
    }
    guard isMessageID(message.messageID) else {
      throw TransportError(.invalidRequest, "The mail's message id is not of the form name@host.")
    }
    let head = [
      "Date: \(message.date)",
      "From: <\(message.from)>",
      "To: " + message.to.map { "<\($0)>" }.joined(separator: ",\r\n "),
      "Subject: \(EncodedWords.text(message.subject))",
      "Message-ID: <\(message.messageID)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "", "",
    ]
    return Array(head.joined(separator: "\r\n").utf8) + QuotedPrintable.encoded(message.text)
  }

  /// Whether a text is `user@host` of visible ASCII without the characters that end or split an address.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7f && !"<>()[]\\,;:\"".utf8.contains(byte)
    }
    return isPlain && parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
  }

  private static func isMessageID(_ text: String) -> Bool { isAddress(text) }
}

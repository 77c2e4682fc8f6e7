/// A mail of plain text.
public struct MailMessage: Sendable {
  /// The sender's address, as `user@host`.
  public var from: String
  /// The receivers' addresses.
  public var to: [String]
  /// The subject, any text of one line.
  public var subject: String
  /// The body, any text.
  public var text: String
  /// The `Date` field (RFC 5322 §3.3), from the caller's clock.
  public var date: String
  /// The `Message-ID` without its angle brackets; the same for every try, so that receivers can tell repeats.
  public var messageID: String

  /// Creates a message.
  public init(from: String, to: [String], subject: String, text: String, date: String, messageID: String) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.date = date
    self.messageID = messageID
  }
}

/// Where the mail addresses of users are found, at the moment a mail is sent.
///
/// Addresses are personal data: they are kept by nobody here and reach no log, error or outbox.
public protocol AddressBook: Sendable {
  /// A user's mail address; nil for a user who is not known, has none, or wants no mail.
  func mailAddress(of user: String) async throws -> String?
}

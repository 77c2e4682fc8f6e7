public import CoachCore

/// The addresses of those who want mail now, whatever they wanted when a notification was put into the outbox.
public struct ConsentedAddresses: AddressBook {
  private let book: any AddressBook
  private let store: any CoachStore

  /// Looks into a book for users whose preferences ask for mail.
  public init(_ book: any AddressBook, store: any CoachStore) {
    self.book = book
    self.store = store
  }

  /// The address of a user who has asked for mail; nil for one who has said nothing, or has changed their mind.
  public func mailAddress(of user: String) async throws -> String? {
    guard try store.preferences(as: Principal(user: user))?.notifyEmail == true else { return nil }
    return try await book.mailAddress(of: user)
  }
}

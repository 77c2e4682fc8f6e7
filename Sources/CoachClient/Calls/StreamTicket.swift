/// A ticket that opens one stream once, for clients that cannot send a header.
public struct StreamTicket: Sendable, Hashable {
  /// The ticket.
  public let ticket: String
  /// Seconds until it is void.
  public let expiresIn: Int
  /// Where it opens the stream.
  public let streamURL: String
}

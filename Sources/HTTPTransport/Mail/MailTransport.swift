/// Hands mail to a relay over SMTP or SMTPS, on the thread of a ``CurlTransport``.
public struct MailTransport: Sendable {
  private let transport: CurlTransport
  private let relay: MailRelay

  /// Creates a transport of mail.
  public init(_ transport: CurlTransport, relay: MailRelay) {
    self.transport = transport
    self.relay = relay
  }

  /// Hands a message over; on return the relay has taken it for all its receivers.
  ///
  /// - Throws: ``TransportError``: `refused` when another try would fail as well, `refused_for_now` when it may
  ///   not, `server_refused` when no mail would be taken, `invalid_request` for an address or subject that cannot stand in a head.
  public func send(_ message: MailMessage) async throws(TransportError) {
    let delivery = MailDelivery(id: transport.nextID(), inbox: transport.inbox)
    try transport.submit(.mail(message, relay, delivery))
    try await delivery.outcome()
  }
}

public import CoachCore
import Foundation
public import HTTPTransport
public import Logging

extension ServiceConfiguration {
  /// Sends notifications as mail; nil where no mail server is configured.
  public func makeOutboxMail(
    _ outbox: any OutboxStore, about store: any CoachStore, values: any KVStore, addresses: any AddressBook,
    transport: CurlTransport, clock: RunClock, logger: Logger, nonce: @escaping @Sendable () -> String
  ) -> OutboxMail? {
    guard case .smtp(let url, let from) = mail, let relay = MailRelay(url: url.text), let publicURL else {
      return nil
    }
    return OutboxMail(
      outbox, about: store, values: values, addresses: ConsentedAddresses(addresses, store: store),
      transport: MailTransport(transport, relay: relay), letterhead: .init(from: from, hub: publicURL),
      clock: clock, logger: logger, nonce: nonce)
  }
}

extension MailRelay {
  /// The relay of a URL: `smtps` is TLS from the first byte, `smtp` asks for TLS and requires it, but for a relay on
  /// this machine.
  ///
  /// Without a port it is 465 for `smtps`, 587 for `smtp` (RFC 8314 §3.3, RFC 6409 §3.1), 25 on this machine; nil for
  /// what is no such URL.
  init?(url: String) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
      ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty
    else { return nil }
    let isLocal = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host.lowercased())
    let security: Security = scheme == "smtps" ? .tls : isLocal ? .none : .startTLS
    let port =
      switch security {
      case .tls: 465
      case .startTLS: 587
      case .none: 25
      }
    self.init(
      host: host, port: parts.port ?? port, security: security,
      credentials: parts.user.map { MailCredentials(user: $0, password: parts.password ?? "") })
  }
}

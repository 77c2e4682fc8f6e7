public import CoachCore
import Finance
import Foundation
public import HTTPTransport
public import Logging
import Metrics

/// Sends notifications as mail, at least once each; whoever gets one twice knows it by its `Message-ID`.
///
/// One drain is at work at a time, by a lease it renews before each mail. A message is marked as soon as the relay has
/// taken it, so a drain that is cut off repeats one mail at the most. A message that can never be sent leaves the outbox
/// with a line in the log and a count, so that it holds up nobody.
public struct OutboxMail: OutboxDelivery {
  /// What all mails have in common.
  public struct Letterhead: Sendable {
    /// Who they are from, as `user@host`.
    public var from: String
    /// Where users read their coach.
    public var hub: String

    /// Names sender and hub.
    public init(from: String, hub: String) {
      self.from = from
      self.hub = hub
    }
  }

  static let leaseKey = "service:lease:outbox:mail"
  /// Longer than a relay may take over one mail.
  static let leaseDuration = Duration.seconds(180)
  /// The most messages read at a time.
  static let batch = 20
  /// How many refusals for now in a row are the relay's own trouble, and no longer the receivers'.
  static let patience = 3
  /// Days after which a message that is refused for now is old news (RFC 5321 §4.5.4.1: give up after 4 to 5 days).
  static let longestWait = 5

  let outbox: any OutboxStore
  let store: any CoachStore
  private let values: any KVStore
  let addresses: any AddressBook
  let transport: MailTransport
  let letterhead: Letterhead
  let clock: RunClock
  let logger: Logger
  private let nonce: @Sendable () -> String

  /// Sends what is in an outbox.
  ///
  /// - Parameters:
  ///   - store: where the sessions are that the messages are about.
  ///   - values: where the lease is kept; every process that drains this outbox shares it.
  ///   - nonce: names an attempt; no two calls give the same name.
  public init(
    _ outbox: any OutboxStore, about store: any CoachStore, values: any KVStore, addresses: any AddressBook,
    transport: MailTransport, letterhead: Letterhead, clock: RunClock, logger: Logger,
    nonce: @escaping @Sendable () -> String
  ) {
    self.outbox = outbox
    self.store = store
    self.values = values
    self.addresses = addresses
    self.transport = transport
    self.letterhead = letterhead
    self.clock = clock
    self.logger = logger
    self.nonce = nonce
  }

  /// Sends what waits, until nothing does or the relay takes no more.
  ///
  /// - Returns: how many mails the relay took; nil when another drain is at work.
  /// - Throws: `CoachError` with code `store_failed` when the outbox cannot be read or written. A relay that is away is
  ///   no error: what waits goes on waiting.
  public func deliver() async throws -> Int? {
    let lease = try await Lease.take(
      Self.leaseKey, holder: nonce(), for: Self.leaseDuration, in: values, clock: clock)
    guard let lease else { return nil }
    do {
      let sent = try await drain(under: lease)
      try await lease.giveBack()
      return sent
    } catch {
      // The lease runs out by itself; what went wrong first is what is told.
      try? await lease.giveBack()
      throw error
    }
  }

  private func drain(under lease: Lease) async throws -> Int {
    var progress = MailProgress(patience: Self.patience)
    while true {
      let batch = try outbox.unsent(limit: Self.batch + progress.left.count)
        .filter { !progress.left.contains($0.id) }
      guard !batch.isEmpty else { return progress.sent }
      for message in batch {
        guard !Task.isCancelled, try await lease.renew() else { return progress.sent }
        let fate = try await fate(of: message)
        if fate.isFinal { try outbox.markSent([message.id], at: clock.timestamp()) }
        report(fate, of: message)
        progress.note(fate, of: message.id)
        if progress.isRelayAway { return progress.sent }
      }
    }
  }

  private func report(_ fate: MailFate, of message: OutboxMessage) {
    Counter(label: "coach.mail", dimensions: [("outcome", fate.label)]).increment()
    let metadata: Logger.Metadata = ["message": "\(message.id)", "outcome": "\(fate.label)"]
    switch fate {
    case .sent, .notWanted: logger.debug("mail done", metadata: metadata)
    case .undeliverable: logger.error("mail given up", metadata: metadata)
    case .waits, .relayAway: logger.warning("mail waits", metadata: metadata)
    }
  }
}

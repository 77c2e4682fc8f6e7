/// What became of a notification that was to be sent.
enum MailFate: Hashable, Sendable {
  /// The relay has taken it.
  case sent
  /// The user wants no mail, or is not known.
  case notWanted
  /// No try would succeed; why, in a word of a bounded set.
  case undeliverable(String)
  /// Another try may succeed, and the next message may fare better.
  case waits(String)
  /// The relay takes nothing at the moment.
  case relayAway(String)

  /// Whether the message leaves the outbox.
  var isFinal: Bool {
    switch self {
    case .sent, .notWanted, .undeliverable: true
    case .waits, .relayAway: false
    }
  }

  /// For logs and metrics.
  var label: String {
    switch self {
    case .sent: "sent"
    case .notWanted: "not_wanted"
    case .undeliverable(let reason): "undeliverable_\(reason)"
    case .waits(let reason), .relayAway(let reason): "waits_\(reason)"
    }
  }
}

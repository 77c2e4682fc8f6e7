/// How far a drain has come: what it has sent, what it has left, and whether to go on.
struct MailProgress: Sendable {
  /// Messages the relay has taken.
  private(set) var sent = 0
  /// Messages left for the next drain.
  private(set) var left: Set<String> = []
  private(set) var isRelayAway = false

  private let patience: Int
  private var refusalsInARow = 0

  /// - Parameter patience: after how many refusals for now in a row the relay counts as away.
  init(patience: Int) { self.patience = patience }

  /// Counts what became of a message.
  mutating func note(_ fate: MailFate, of id: String) {
    switch fate {
    case .sent:
      sent += 1
      refusalsInARow = 0
    case .notWanted: break
    case .undeliverable: refusalsInARow = 0
    case .waits:
      left.insert(id)
      refusalsInARow += 1
      if refusalsInARow >= patience { isRelayAway = true }
    case .relayAway:
      left.insert(id)
      isRelayAway = true
    }
  }
}

import Scoring

/// What befalls the session of a case from outside: it is cancelled, killed, or asked for a second time.
enum Interruption: Hashable, Sendable {
  /// Cancelled as soon as so many events have been heard.
  case cancel(afterEvents: Int)
  /// Killed after so many writes to its store, and taken up again.
  case kill(afterWrites: Int)
  /// Killed while its n-th call of a model is in flight, and taken up again.
  case killInCall(Int)
  /// Asked for again under the same idempotency key, once it has ended.
  case repeated(Repeat)

  /// What the second request asks for.
  enum Repeat: String, Hashable, Sendable, CaseIterable {
    /// The same.
    case same
    /// Something else.
    case changed
  }

  private static let keys = ["cancel_after_events", "kill_after_writes", "kill_in_call", "repeat"]

  /// Reads the interruption of a case; nil when it has none or it cannot be read.
  ///
  /// - Parameter fields: those of the case.
  init?(_ fields: SuiteFields, problems: inout [InputProblem]) {
    guard let found = fields.members("interrupt", allowed: Self.keys, &problems) else { return nil }
    let given = Self.keys.filter { found[$0] != nil }
    guard given.count == 1, let key = given.first else {
      problems.append(
        InputProblem(
          fields.place("interrupt"), "\"interrupt\" names \(given.count) interruptions",
          remedy: "name one of \(Self.keys.joined(separator: ", "))"))
      return nil
    }
    if key == "repeat" {
      let words = Repeat.allCases.map(\.rawValue)
      guard let word = found.word(key, "repeat", among: words, &problems).flatMap(Repeat.init) else {
        return nil
      }
      self = .repeated(word)
      return
    }
    guard let count = found.count(key, in: 1...100_000, &problems) else { return nil }
    self =
      switch key {
      case "cancel_after_events": .cancel(afterEvents: count)
      case "kill_after_writes": .kill(afterWrites: count)
      default: .killInCall(count)
      }
  }
}

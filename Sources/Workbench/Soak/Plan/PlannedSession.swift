import JSONKit

/// One session of a soak before it begins.
struct PlannedSession: Sendable, Hashable {
  /// Its number, from 1.
  let number: Int
  /// The place of its case among the suite's.
  let place: Int
  let behaviour: Behaviour
  /// When it begins, counted from the start of its round.
  let start: Duration
  /// The key its request is sent under.
  let idempotencyKey: String
  /// After how many events a client that drops leaves for the first time.
  let dropAfter: Int
  /// The round it belongs to, from 1; 0 for the warm-up.
  var round = 1
  /// Whose session it is, from 1; users of the warm-up are counted on their own.
  var user = 1
}

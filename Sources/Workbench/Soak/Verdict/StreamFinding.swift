/// One thing that is wrong with a stream.
struct StreamFinding: Codable, Hashable, Sendable {
  /// What was asked: `transport`, `order`, `terminal`, `budget`, `idempotency`, or the name of a check.
  let kind: String
  /// What was found.
  let message: String
}

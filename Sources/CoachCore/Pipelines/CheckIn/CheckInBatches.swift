import Crypto

/// Deals users into batches, so that several workers can share a check-in.
struct CheckInBatches: Hashable, Sendable {
  /// The users of each batch in order of id; batches may be empty.
  let batches: [[String]]

  /// Deals by the hash of the id: a user stays in the same batch whoever joins or leaves.
  ///
  /// - Parameter count: the number of batches, at least one.
  init(_ users: [String], count: Int) {
    var batches = [[String]](repeating: [], count: max(1, count))
    for user in Set(users).sorted() { batches[Self.batch(of: user, count: batches.count)].append(user) }
    self.batches = batches
  }

  private static func batch(of user: String, count: Int) -> Int {
    let number = SHA256.hash(data: Array(user.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(number % UInt64(count))
  }
}

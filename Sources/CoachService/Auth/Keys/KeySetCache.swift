/// What is known of a key set that lives elsewhere, and whether it is time to fetch it again; pure, on any clock that
/// never goes back.
struct KeySetCache {
  /// How long a document is believed without asking again.
  static let maximumAge: UInt64 = 300 * 1_000_000_000
  /// How long the last good document is used after that while fetching fails.
  static let maximumStaleness: UInt64 = 3_600 * 1_000_000_000
  /// The shortest time from a good fetch to the next one, whoever asks for whatever key.
  static let minimumInterval: UInt64 = 30 * 1_000_000_000
  /// The shortest time from a failed fetch to the next one.
  static let retryInterval: UInt64 = 2 * 1_000_000_000

  enum Answer {
    case key(VerificationKey)
    case fetch
    case unknown
    case unavailable
  }

  private var keys: [String: VerificationKey] = [:]
  private var fetchedAt: UInt64?
  private var nextFetch: UInt64 = 0

  /// What to do about a key that a token names.
  ///
  /// - Parameter mayFetch: false for who has just waited for a fetch and takes what is there.
  func answer(_ id: String, at now: UInt64, mayFetch: Bool = true) -> Answer {
    let age = fetchedAt.map { now > $0 ? now - $0 : 0 }
    if let age, age < Self.maximumAge, let key = keys[id] { return .key(key) }
    if mayFetch, now >= nextFetch { return .fetch }
    guard let age, age < Self.maximumAge + Self.maximumStaleness else { return .unavailable }
    return keys[id].map { .key($0) } ?? .unknown
  }

  /// Takes a document in that was asked for at a time; keys that are gone from it are gone.
  mutating func fetched(_ document: KeySetDocument, at now: UInt64) {
    keys = Dictionary(document.keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    fetchedAt = now
    nextFetch = now + Self.minimumInterval
  }

  /// Notes that a fetch failed.
  mutating func failed(at now: UInt64) { nextFetch = now + Self.retryInterval }
}

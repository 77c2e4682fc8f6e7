public import CoachCore

/// The keys a service believes: given once, those of its own signer, or published at a URL and fetched as needed.
///
/// Whatever tokens ask for, the URL is read at most every 30 seconds (2 after a failure) and by one fetch at a time. A
/// document is believed for 5 minutes and, while it cannot be fetched, an hour more.
public actor VerificationKeys {
  /// Reads the body found at a URL.
  public typealias Fetch = @Sendable (String) async throws -> [UInt8]

  private enum Source {
    case fixed([String: VerificationKey])
    case signer(TokenSigner)
    case published(url: String, fetch: Fetch, algorithms: Set<SignatureAlgorithm>, clock: RunClock)
  }

  private let source: Source
  private var cache = KeySetCache()
  private var running: Task<Void, Never>?

  /// Makes a set of given keys; of two with one name the last counts.
  public init(_ keys: [VerificationKey]) {
    source = .fixed(Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { $1 }))
  }

  /// Makes the set of what a signer of this process publishes at any time.
  public init(of signer: TokenSigner) { source = .signer(signer) }

  /// Makes a set that is published at a URL as RFC 7517 has it.
  ///
  /// - Parameters:
  ///   - url: where the document is.
  ///   - algorithms: those a key may have; others are passed over. Secrets are never published.
  ///   - clock: its monotonic reading is used.
  ///   - fetch: reads the URL within limits of its own on time and size.
  public init(
    url: String, algorithms: Set<SignatureAlgorithm> = [.es256, .edDSA], clock: RunClock,
    fetch: @escaping Fetch
  ) {
    source = .published(url: url, fetch: fetch, algorithms: algorithms.subtracting([.hs256]), clock: clock)
  }

  /// The key a token names.
  ///
  /// - Throws: `AuthError` with `unknown_key`, or `auth_unavailable` when the keys cannot be had.
  public func key(_ id: String?) async throws(AuthError) -> VerificationKey {
    guard let id, TextForm.isWord(id) else { throw AuthError(.unknownKey) }
    switch source {
    case .fixed(let keys):
      guard let key = keys[id] else { throw AuthError(.unknownKey) }
      return key
    case .signer(let signer):
      guard let key = signer.published().first(where: { $0.id == id }) else { throw AuthError(.unknownKey) }
      return key
    case .published(let url, let fetch, let algorithms, let clock):
      return try await published(id, clock) {
        try KeySetDocument(try await fetch(url), algorithms: algorithms)
      }
    }
  }

  private func published(
    _ id: String, _ clock: RunClock, _ fetch: @escaping @Sendable () async throws -> KeySetDocument
  ) async throws(AuthError) -> VerificationKey {
    var answer = cache.answer(id, at: clock.nanoseconds())
    // Twice, since the fetch that was running may have begun before the key was published.
    for mayFetch in [true, false] {
      guard case .fetch = answer else { break }
      await refresh(clock, fetch)
      answer = cache.answer(id, at: clock.nanoseconds(), mayFetch: mayFetch)
    }
    switch answer {
    case .key(let key): return key
    case .unknown: throw AuthError(.unknownKey)
    case .fetch, .unavailable: throw AuthError(.unavailable)
    }
  }

  /// Fetches, or waits for the fetch that is running.
  private func refresh(
    _ clock: RunClock, _ fetch: @escaping @Sendable () async throws -> KeySetDocument
  ) async {
    if let running { return await running.value }
    // Unstructured, since a caller that gives up must not take the keys away from those who wait with it.
    let task = Task { await load(clock, fetch) }
    running = task
    await task.value
  }

  /// Takes the document in before anybody who waits goes on.
  private func load(_ clock: RunClock, _ fetch: @Sendable () async throws -> KeySetDocument) async {
    // A document is as old as the question: what was published while it travelled is not in it.
    let start = clock.nanoseconds()
    do {
      let document = try await fetch()
      cache.fetched(document, at: start)
    } catch {
      cache.failed(at: clock.nanoseconds())
    }
    running = nil
  }
}

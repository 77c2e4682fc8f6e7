import JSONKit

/// What is kept under an idempotency key: which request came first, and when.
struct RequestClaim: Codable, Hashable, Sendable {
  /// SHA-256 of the request without its key.
  let requestHash: String
  /// When the first request came; the session's ids are made from it, so that a key whose time is over can serve again.
  let begunAt: String

  enum CodingKeys: String, CodingKey {
    case requestHash = "request_hash"
    case begunAt = "begun_at"
  }

  /// The claim of a request.
  init(_ request: CoachRequest, at time: String) throws {
    var body = request
    body.idempotencyKey = nil
    requestHash = try ContentHash.sha256(canonical: JSONValueEncoder().encode(body))
    begunAt = time
  }

  /// Where a user's key is kept; the key itself is the client's and may say anything, so its hash stands for it.
  static func key(_ idempotencyKey: String, of user: String) -> String {
    "u:\(user):request:\(ContentHash.sha256(idempotencyKey))"
  }

  /// Who claimed a key, nil when it is free.
  ///
  /// - Throws: as ``take(_:until:in:)`` does.
  func first(of key: String, in values: any KVStore) async throws -> RequestClaim? {
    try await values.value(key, at: begunAt).map(checked)
  }

  /// Claims a key, or finds who claimed it.
  ///
  /// - Throws: `CoachError` with code `conflict` when the key stands for another request, or `store_failed`.
  func take(_ key: String, until expiry: String, in values: any KVStore) async throws -> RequestClaim {
    let mine = try JSONValueEncoder().encode(self).compact()
    return try await values.setIfAbsent(key, mine, until: expiry, at: begunAt).map(checked) ?? self
  }

  private func checked(_ present: String) throws -> RequestClaim {
    let first: RequestClaim
    do {
      first = try JSONValueDecoder().decode(RequestClaim.self, from: JSONValue(parsing: present))
    } catch {
      throw CoachError(.storeFailed, "what is kept under an idempotency key cannot be read", cause: error)
    }
    guard first.requestHash == requestHash else {
      throw CoachError(
        .conflict, "the idempotency key was used for another request; use a new key for a new request")
    }
    return first
  }
}

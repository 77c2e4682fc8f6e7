import Finance
import Foundation
import JSONKit

/// What a session begins with besides its portfolio: the request, and what is known of the investor's past.
///
/// A session writes to the very ledger and texts it has read. It is kept with the session's journal, so that a session
/// that is resumed reads what it read at first, and neither its own traces nor what has been said in between.
struct SessionOpening: Hashable, Sendable {
  /// Where the journal of a session keeps it.
  static let key = "session/opening#1"

  let request: CoachRequest
  /// What the investor has asked of the coach.
  let preferences: UserPreferences?
  /// Every topic the investor has been told.
  let ledger: [TopicLedgerEntry]
  /// The texts that were kept.
  let documents: [StoredDocument]

  /// Reads what is known of an investor now.
  ///
  /// - Parameter model: what the texts have to be embedded by.
  init(
    _ request: CoachRequest, in store: any CoachStore, embeddedBy model: String, as principal: Principal
  ) throws(CoachError) {
    self.request = request
    preferences = try store.preferences(as: principal)
    ledger = try store.ledger(as: principal)
    documents = try store.documents(model: model, as: principal)
  }

  /// Reads what an interrupted session began with; nil when it had not come to write it down, and so to nothing else.
  init?(of session: String, in store: any CoachStore, as principal: Principal) throws(CoachError) {
    let entries = try store.journal(session: session, as: principal)
    guard let entry = entries.first(where: { $0.key == Self.key && $0.state == .result }) else { return nil }
    do {
      try self.init(json: try JSONValue(parsing: entry.payload))
    } catch {
      throw CoachError(
        .storeFailed, "what session \(session) began with cannot be read: \(error)", cause: error)
    }
  }

  init(json: JSONValue) throws {
    request = try JSONValueDecoder().decode(CoachRequest.self, from: json["request"] ?? .null)
    preferences = try json["preferences"].map(UserPreferences.init(json:))
    ledger = try (json["ledger"]?.array ?? []).map(TopicLedgerEntry.init(json:))
    documents = try (json["documents"]?.array ?? []).map(StoredDocument.init(json:))
  }

  /// As ``init(json:)`` reads it.
  func json() throws -> JSONValue {
    var object: JSONObject = ["request": try JSONValueEncoder().encode(request)]
    object["preferences"] = preferences?.json
    object["ledger"] = .array(ledger.map(\.json))
    object["documents"] = .array(documents.map(\.json))
    return .object(object)
  }
}

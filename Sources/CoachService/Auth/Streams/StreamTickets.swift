public import CoachCore
public import Foundation
import JSONKit

/// Tickets that open one event stream each, for browsers whose `EventSource` sends no `Authorization` header.
///
/// A ticket is 32 random bytes and says nothing; it lives 60 seconds, is taken once, and belongs to one session and its
/// owner. Only its SHA-256 is stored.
public struct StreamTickets: Sendable {
  /// How long a ticket waits to be used.
  public static let lifetime: TimeInterval = 60
  private static let byteCount = 32

  private let values: any KVStore
  private let clock: RunClock
  private let random: @Sendable (Int) -> [UInt8]

  /// Makes tickets in a store that every process that redeems them shares.
  ///
  /// - Parameter random: so many unpredictable bytes; the system's unless given.
  public init(
    values: any KVStore, clock: RunClock, random: @escaping @Sendable (Int) -> [UInt8] = Self.systemBytes
  ) {
    self.values = values
    self.clock = clock
    self.random = random
  }

  /// Random bytes of the system.
  public static let systemBytes: @Sendable (Int) -> [UInt8] = { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<max(0, count)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// A ticket for the stream of a session.
  ///
  /// - Throws: `AuthError` with `auth_unavailable` when it cannot be stored.
  public func issue(session: String, owner: String) async throws(AuthError) -> String {
    let bytes = random(Self.byteCount)
    guard bytes.count == Self.byteCount else { throw AuthError(.unavailable) }
    let now = clock.now()
    let ticket = Base64URL.text(bytes)
    do throws(CoachError) {
      // A ticket that is there already would be one that somebody else holds.
      let earlier = try await values.setIfAbsent(
        Self.key(ticket), Self.binding(session: session, owner: owner),
        until: RunClock.text(now.addingTimeInterval(Self.lifetime)), at: RunClock.text(now))
      guard earlier == nil else { throw CoachError(.conflict, "The ticket is taken.") }
    } catch {
      throw AuthError(.unavailable)
    }
    return ticket
  }

  /// Takes a ticket; of two who come at once one gets it, and it is gone even if it was for another session.
  ///
  /// - Returns: the owner of the session.
  /// - Throws: `AuthError` with `invalid_ticket` when it is unknown, used, over, or not for this session.
  public func redeem(_ ticket: String, session: String) async throws(AuthError) -> String {
    guard Base64URL.bytes(ticket.utf8)?.count == Self.byteCount else { throw AuthError(.invalidTicket) }
    let key = Self.key(ticket)
    let binding: String
    do throws(CoachError) {
      guard let value = try await values.value(key, at: clock.timestamp()),
        try await values.remove(key, expecting: value)
      else { throw CoachError(.conflict, "There is no such ticket.") }
      binding = value
    } catch {
      throw AuthError(error.code == .conflict ? .invalidTicket : .unavailable)
    }
    guard let members = try? JSONValue(parsing: binding), let owner = members["owner"]?.string,
      members["session"]?.string?.utf8.elementsEqual(session.utf8) == true
    else { throw AuthError(.invalidTicket) }
    return owner
  }

  private static func key(_ ticket: String) -> String { "service:ticket:\(ContentHash.sha256(ticket))" }

  private static func binding(session: String, owner: String) -> String {
    JSONValue.object(["owner": .string(owner), "session": .string(session)]).compact()
  }
}

import CoachClient
import HTTPTransport
import JSONKit

/// A deployed coach, and how cases get in.
struct TargetCoach: Sendable {
  /// Who asks.
  enum Access: Sendable {
    /// The development sign-in: each makes a fresh tenant of a fixture user, so cases do not see one another's memory.
    case development
    /// A token of one user; every case is this user.
    case token(String)
  }

  let url: String
  let access: Access
  let transport: any Transport
  /// When events arrive is read from it.
  let clock = ClientClock.continuous()

  /// A client for a fixture user.
  ///
  /// - Throws: `TargetError` with code `target_unreachable`.
  func client(for user: String) async throws -> CoachClient {
    switch access {
    case .token(let token):
      return CoachClient(baseURL: url, credential: .bearer(token), transport: transport, clock: clock)
    case .development:
      do {
        let signIn = try await CoachClient.signIn(user: user, baseURL: url, transport: transport)
        return CoachClient(
          baseURL: url, credential: .bearer(signIn.accessToken), transport: transport, clock: clock)
      } catch {
        let remedy =
          error.status == 404
          ? "so start it with --fixtures, or name a token's variable with --token-env;"
          : "is the coach running there?"
        throw TargetError(.unreachable, "\(url) signs nobody in, \(remedy) \(error.message)", cause: error)
      }
    }
  }

  /// Starts a session and follows its events to the end.
  ///
  /// - Throws: `TargetError`; `CancellationError` when the case ran out of time.
  func session(_ request: JSONObject, key: String, by client: CoachClient) async throws -> SessionTranscript {
    let began = clock.nanoseconds()
    do {
      let started = try await client.start(request, idempotencyKey: key)
      var heard: [HeardEvent] = []
      for try await event in client.events(session: started.session) where event.seq != nil {
        heard.append(
          try HeardEvent(
            try event.json(), milliseconds: Double(event.receivedNanoseconds - began) / 1_000_000))
      }
      return try SessionTranscript(heard)
    } catch let error as CoachClientError {
      if error.code == .cancelled { throw CancellationError() }
      throw TargetError(
        .unreachable, "\(url): \(error.message) See the log of the coach, then run the case again.",
        cause: error)
    } catch let error as JSONParseError {
      throw TargetError(.malformed, "\(url) sent an event that is no JSON: \(error)", cause: error)
    }
  }
}

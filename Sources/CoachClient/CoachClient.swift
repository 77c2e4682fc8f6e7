public import HTTPTransport
import JSONKit

/// A client of the coach's façade, `/api/ai/coach/*`, for one user.
public struct CoachClient: Sendable {
  let baseURL: String
  let credential: CoachCredential?
  let transport: any Transport
  let policy: ReconnectPolicy
  let clock: ClientClock
  let limits: TransportLimits

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - baseURL: scheme, host, port and the prefix the façade lies under, as `https://example.in/app`.
  ///   - credential: who the user is; nil for a façade that asks nobody.
  ///   - limits: of the calls other than the stream.
  public init(
    baseURL: String, credential: CoachCredential?, transport: any Transport,
    policy: ReconnectPolicy = .init(), clock: ClientClock = .continuous(), limits: TransportLimits = .init()
  ) {
    self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    self.credential = credential
    self.transport = transport
    self.policy = policy
    self.clock = clock
    self.limits = limits
  }

  /// The events of a session after the one numbered `after`, to its terminal event.
  public func events(session: String, after: Int = 0) -> CoachEventStream {
    CoachEventStream(client: self, session: session, after: after)
  }

  /// A request to a path of the façade, signed with the credential.
  func request(
    _ method: String, _ path: String, query: [(String, String?)] = [], body: JSONObject? = nil
  ) throws(CoachClientError) -> TransportRequest {
    let pairs = query.compactMap { name, value in value.map { "\(name)=\(PercentEncoding.encoded($0))" } }
    let url = baseURL + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    do throws(TransportError) {
      var headers = TransportHeaders()
      if let field = credential?.field { try headers.append(field.name, field.value) }
      if body != nil { try headers.append("Content-Type", "application/json") }
      return TransportRequest(
        method: method, url: url, headers: headers,
        body: body.map { Array(JSONValue.object($0).compact().utf8) },
        limits: limits)
    } catch {
      throw StreamResumption.failure(error)
    }
  }

  /// Sends a request whose answer is one of these statuses, and reads its JSON object.
  func call(
    _ request: TransportRequest, _ name: String, expecting statuses: [Int]
  ) async throws(CoachClientError) -> (status: Int, body: JSONObject) {
    let status: Int
    let bytes: [UInt8]
    do throws(TransportError) {
      let response = try await transport.send(request)
      status = response.status
      bytes = try await response.body.collect()
    } catch {
      throw StreamResumption.failure(error)
    }
    guard statuses.contains(status) else { throw .status(status, call: name, body: bytes) }
    if bytes.isEmpty { return (status, JSONObject()) }
    guard let body = (try? JSONValue(parsing: bytes))?.object else {
      throw CoachClientError(.malformedAnswer, "The answer of \(name) is no JSON object.", status: status)
    }
    return (status, body)
  }
}

import CoachCore
import HTTPTransport
import Hummingbird
import JSONKit

/// The façade's way to the engine: every call carries a token signed for the user it is made for.
struct EngineGateway: Sendable {
  /// Where the engine is, without a slash at the end.
  let base: String
  let transport: any Transport
  let signer: TokenSigner
  var limits = TransportLimits()

  /// Why the engine takes no requests; nil when it does.
  func unreadiness() async -> Problem? {
    let request = TransportRequest(method: "GET", url: base + "/readyz", limits: limits)
    // Read to its end: a connection with an answer left on it cannot be used again.
    guard let response = try? await transport.send(request), response.status == 200,
      (try? await response.body.collect(upTo: 1 << 16)) != nil
    else {
      return .unavailable("engine_unreachable", "the coach cannot be reached; try again", retryAfter: 1)
    }
    return nil
  }

  /// Calls a route that answers at once.
  ///
  /// - Parameters:
  ///   - subject: in whose name; the scope goes with it.
  ///   - body: sent as JSON.
  /// - Returns: status and document of a success.
  /// - Throws: the engine's own `Problem`, or one with status 503 when the engine cannot be reached.
  func call(
    _ method: HTTPRequest.Method, _ path: String, query: [(String, String)] = [], body: JSONObject? = nil,
    idempotencyKey: String? = nil, as subject: String, scope: String = EngineClaims.runScope
  ) async throws -> (status: HTTPResponse.Status, json: JSONValue) {
    var headers = try headers(as: subject, scope: scope)
    if let idempotencyKey { try add(("Idempotency-Key", idempotencyKey), to: &headers) }
    if body != nil { try add(("Content-Type", "application/json"), to: &headers) }
    var request = TransportRequest(
      method: method.rawValue, url: Self.url(base + path, query), headers: headers,
      body: body.map { Array(JSONValue.object($0).compact().utf8) }, limits: limits)
    // Under a key it is carried out once, however often it is sent.
    if idempotencyKey != nil { request.isRepeatable = true }
    let response = try await send(request)
    let status = HTTPResponse.Status(code: response.status)
    let json = try await document(of: response)
    guard status.kind == .successful else { throw problem(status, response, json) }
    return (status, json)
  }

  /// Opens a session's stream.
  ///
  /// - Returns: the answer with its body still to come; its status is 200 or 204.
  /// - Throws: as ``call(_:_:query:body:idempotencyKey:as:scope:)``.
  func stream(
    _ session: String, after: String?, lastEventID: String?, as subject: String
  ) async throws -> TransportResponse {
    var headers = try headers(as: subject, scope: EngineClaims.runScope)
    if let lastEventID { try add(("Last-Event-ID", lastEventID), to: &headers) }
    try add(("Accept", "text/event-stream"), to: &headers)
    var query = [("session_id", session)]
    if let after { query.append(("after", after)) }
    var limits = limits
    // A stream is as long as its session; that it lives is seen by the engine's heartbeats.
    limits.whole = nil
    limits.idle = .seconds(60)
    let response = try await send(
      TransportRequest(
        method: "GET", url: Self.url(base + EngineAPI.prefix + "/stream", query), headers: headers, body: nil,
        limits: limits))
    guard response.status == 200 || response.status == 204 else {
      let status = HTTPResponse.Status(code: response.status)
      throw problem(status, response, try await document(of: response))
    }
    return response
  }

  private func headers(as subject: String, scope: String) throws -> TransportHeaders {
    var headers = TransportHeaders()
    try add(("Authorization", "Bearer \(try signer.token(for: subject, scope: [scope]))"), to: &headers)
    return headers
  }

  private func add(_ field: (String, String), to headers: inout TransportHeaders) throws {
    do {
      try headers.append(field.0, field.1)
    } catch {
      throw Problem.badRequest("\(field.0) cannot be passed on")
    }
  }

  private func send(_ request: TransportRequest) async throws -> TransportResponse {
    do {
      return try await transport.send(request)
    } catch {
      guard error.code != .cancelled else { throw CancellationError() }
      throw Problem.unavailable("engine_unreachable", "the coach cannot be reached; try again", retryAfter: 1)
    }
  }

  private func document(of response: TransportResponse) async throws -> JSONValue {
    do {
      let bytes = try await response.body.collect(upTo: 1 << 22)
      return bytes.isEmpty ? .null : try JSONValue(parsing: bytes)
    } catch {
      throw Problem(.badGateway, "engine_answer", "the coach's answer cannot be read")
    }
  }

  /// The engine's problem as the façade's: what its own token was refused for is no fault of the user's.
  private func problem(
    _ status: HTTPResponse.Status, _ response: TransportResponse, _ json: JSONValue
  ) -> Problem {
    guard let code = json["code"]?.string, let detail = json["detail"]?.string, status != .unauthorized,
      status != .forbidden
    else { return Problem(.badGateway, "engine_answer", "the coach refused the façade's call") }
    var problem = Problem(status, code, detail)
    if let head = json["head"] { problem.members["head"] = head }
    if let wait = response.headers["Retry-After"] { problem.headers[.retryAfter] = wait }
    return problem
  }

  private static func url(_ address: String, _ query: [(String, String)]) -> String {
    guard !query.isEmpty else { return address }
    return address + "?"
      + query.map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
  }
}

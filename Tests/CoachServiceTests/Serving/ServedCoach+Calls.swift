import HTTPTransport
import JSONKit
import Testing

@testable import CoachService

/// An answer with its whole body.
struct Answer: Sendable {
  let status: Int
  let headers: TransportHeaders
  let text: String

  var json: JSONValue { (try? JSONValue(parsing: text)) ?? .null }
}

extension ServedCoach {
  static let prefix = "/api/ai/coach"

  /// Calls an address of the façade, or of the engine.
  func call(
    _ method: String = "GET", _ url: String, token: String? = nil, headers: [(String, String)] = [],
    body: JSONValue? = nil
  ) async throws -> Answer {
    var fields = try TransportHeaders(headers)
    if let token { try fields.append("Authorization", "Bearer \(token)") }
    if body != nil, fields["Content-Type"] == nil { try fields.append("Content-Type", "application/json") }
    var limits = TransportLimits()
    limits.whole = .seconds(120)
    let response = try await transport.send(
      TransportRequest(
        method: method, url: url, headers: fields, body: body.map { Array($0.compact().utf8) }, limits: limits
      ))
    let bytes = try await response.body.collect()
    return Answer(
      status: response.status, headers: response.headers, text: String(decoding: bytes, as: UTF8.self))
  }

  /// Signs a new user of a fixture in.
  func signIn(_ user: String = "u02") async throws -> (token: String, subject: String) {
    let answer = try await call("POST", facade + Self.prefix + "/dev/sign-in", body: ["user": .string(user)])
    return (
      try #require(answer.json["accessToken"]?.string), try #require(answer.json["subject"]?.string)
    )
  }

  /// Begins a session.
  func start(_ token: String, key: String? = nil, _ body: JSONValue = [:]) async throws -> String {
    let answer = try await call(
      "POST", facade + Self.prefix + "/start", token: token,
      headers: key.map { [("Idempotency-Key", $0)] } ?? [], body: body)
    #expect(answer.status == 201, "\(answer.text)")
    return try #require(answer.json["sessionId"]?.string)
  }

  /// All events of a session, to its end.
  func events(_ session: String, _ token: String, after: Int = 0) async throws -> [JSONValue] {
    let answer = try await call(
      url: "\(facade)\(Self.prefix)/stream?sessionId=\(session)&after=\(after)", token: token)
    #expect(answer.status == 200)
    return Self.events(in: answer.text)
  }

  private func call(url: String, token: String) async throws -> Answer {
    try await call("GET", url, token: token)
  }

  /// The events of a stream's text; sentences on their way are left out.
  static func events(in text: String) -> [JSONValue] {
    text.split(separator: "\n\n").compactMap { block in
      guard block.hasPrefix("id: "),
        let data = block.split(separator: "\n").first(where: { $0.hasPrefix("data: ") })
      else { return nil }
      return try? JSONValue(parsing: String(data.dropFirst(6)))
    }
  }
}

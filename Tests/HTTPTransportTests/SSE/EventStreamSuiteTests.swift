import Foundation
import HTTPTransport
import JSONKit
import Testing

@Suite("Event streams: reference/sse")
struct EventStreamSuiteTests {
  @Test("parser cases, whole and cut at every byte", .enabled(if: ReferenceFolder.has("sse/sse_cases.json")))
  func parserCases() throws {
    let suite = try JSONValue(parsing: try ReferenceFolder.bytes("sse/sse_cases.json"))
    let cases = try #require(suite["parser_cases"]?.array)
    for json in cases {
      let name = json["id"]?.string ?? "?"
      let body = try bytes(json["body_base64"])
      let expected = try #require(json["expected_events"]?.array).map(\.self)
      var parses =
        [[body], body.map { [$0] }] + (0...body.count).map { [Array(body[..<$0]), Array(body[$0...])] }
      if let chunks = json["chunks_base64"]?.array { parses.append(try chunks.map { try bytes($0) }) }
      for chunks in parses {
        let (events, parser) = try parse(chunks)
        let seen = events.map {
          JSONValue.object([
            "type": .string($0.type), "data": .string($0.data), "lastEventId": .string($0.lastEventID),
          ])
        }
        guard seen == expected, parser.reconnectionTime == json["expected_retry_ms"]?.int else {
          Issue.record("\(name): \(seen), retry \(String(describing: parser.reconnectionTime))")
          break
        }
      }
    }
    print("sse: \(cases.count) cases")
  }

  @Test(
    "connection cases by status and content type", .enabled(if: ReferenceFolder.has("sse/sse_cases.json")))
  func connectionCases() throws {
    let suite = try JSONValue(parsing: try ReferenceFolder.bytes("sse/sse_cases.json"))
    let cases = try #require(suite["connection_cases"]?.array).filter { $0["content_type"] != nil }
    for json in cases {
      let status = try #require(json["status"]?.int)
      let opens = try #require(json["expect"]?.string).hasPrefix("open")
      let isOpen =
        (try? EventStreamResponse.check(status: status, contentType: json["content_type"]?.string)) != nil
      #expect(isOpen == opens, "\(json)")
    }
    print("sse connections: \(cases.count) cases")
  }

  @Test("connection cases by redirect", .enabled(if: ReferenceFolder.has("sse/sse_cases.json")))
  func redirectCases() async throws {
    let suite = try JSONValue(parsing: try ReferenceFolder.bytes("sse/sse_cases.json"))
    let statuses = try #require(suite["connection_cases"]?.array).filter { $0["content_type"] == nil }
      .compactMap { $0["status"]?.int }
    let server = try RawServer { connection in
      while let head = connection.readHead() {
        if head.hasPrefix("GET /stream ") {
          connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n")
          return
        }
        let status = head.dropFirst("GET /".count).prefix(3)
        connection.write("HTTP/1.1 \(status) Away\r\nLocation: /stream\r\nContent-Length: 0\r\n\r\n")
      }
    }
    try await CurlTransport.withTransport { transport in
      for status in statuses {
        let response = try await transport.send(TransportRequest(url: server.url("/\(status)"), redirects: 5))
        try EventStreamResponse.check(status: response.status, contentType: response.headers["Content-Type"])
        #expect(try await response.body.collect() == Array("data: 1\n\n".utf8))
      }
    }
    print("sse redirects: \(statuses.count) cases")
  }

  @Test("recordings, cut at every byte", .enabled(if: ReferenceFolder.has("sse/recordings")))
  func recordings() throws {
    let files = try ReferenceFolder.files("sse/recordings", ext: "sse")
    for file in files {
      let body = try ReferenceFolder.bytes("sse/recordings/\(file)")
      let whole = try parse([body]).0
      #expect(!whole.isEmpty, "\(file)")
      #expect(try parse(body.map { [$0] }).0 == whole, "\(file), each byte alone")
      // A parser is a value: the first part is parsed once and gone on from, whatever the cut.
      var prefix = EventStreamParser()
      var before: [EventStreamElement] = []
      for cut in body.indices {
        var parser = prefix
        var elements = before
        // What follows the cut matters up to the end of the line after next; the rest is the whole's.
        let rest = Array(body[cut..<min(body.count, cut + 64)])
        try parser.consume(rest, into: &elements)
        let isPrefix = zip(elements, whole).allSatisfy { $0 == .event($1) } && elements.count <= whole.count
        guard isPrefix else {
          Issue.record("\(file): cut at \(cut)")
          break
        }
        try prefix.consume([body[cut]], into: &before)
      }
      #expect(before == whole.map { .event($0) }, "\(file)")
    }
    print("sse/recordings: \(files.count) cases")
  }

  private func parse(_ chunks: [[UInt8]]) throws -> ([ServerSentEvent], EventStreamParser) {
    var parser = EventStreamParser()
    var elements: [EventStreamElement] = []
    for chunk in chunks { try parser.consume(chunk, into: &elements) }
    let events = elements.compactMap { if case .event(let event) = $0 { event } else { nil } }
    return (events, parser)
  }

  private func bytes(_ json: JSONValue?) throws -> [UInt8] {
    Array(try #require(Data(base64Encoded: json?.string ?? "?")))
  }
}

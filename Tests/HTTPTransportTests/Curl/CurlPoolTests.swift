import HTTPTransport
import Synchronization
import Testing

@Suite("Curl transport: pool", .timeLimit(.minutes(1)))
struct CurlPoolTests {
  private static let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

  @Test("a connection is reused")
  func reuse() async throws {
    let server = try RawServer { connection in
      while connection.readHead() != nil { connection.write(Self.answer) }
    }
    try await CurlTransport.withTransport { transport in
      for round in 0..<5 {
        let response = try await transport.send(TransportRequest(url: server.url()))
        #expect(response.timings.isReused == (round > 0))
        #expect(try await response.body.collect().count == 2)
      }
    }
    #expect(server.connections == 1)
  }

  /// A server that answers the first request of its first connection and, at the second, closes without a word.
  private static func dyingServer(_ requests: Counter) throws -> RawServer {
    try RawServer { connection in
      while connection.readHead() != nil {
        requests.add()
        if connection.number == 0, requests.count == 2 { return }
        connection.write(answer)
      }
    }
  }

  @Test(
    "a pooled connection that dies under a repeatable request is replaced once", arguments: ["GET", "PUT"])
  func replaced(_ method: String) async throws {
    let requests = Counter()
    let server = try Self.dyingServer(requests)
    try await CurlTransport.withTransport { transport in
      for _ in 0..<2 {
        let response = try await transport.send(TransportRequest(method: method, url: server.url()))
        #expect(try await response.body.collect().count == 2)
      }
    }
    #expect(server.connections == 2)
    #expect(requests.count == 3)
  }

  @Test("one that dies under a request not marked as repeatable is reported")
  func notReplaced() async throws {
    let requests = Counter()
    let server = try Self.dyingServer(requests)
    try await CurlTransport.withTransport { transport in
      let request = TransportRequest(method: "POST", url: server.url(), body: [1])
      let error = await #expect(throws: TransportError.self) {
        for _ in 0..<2 { _ = try await transport.send(request).body.collect() }
      }
      #expect(error?.code == .closed)
    }
    #expect(requests.count == 2)
  }

  @Test("a peer that closes after each answer costs nothing but connections")
  func closesEachTime() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write(Self.answer)
    }
    try await CurlTransport.withTransport { transport in
      for _ in 0..<50 {
        let response = try await transport.send(TransportRequest(url: server.url()))
        #expect(try await response.body.collect().count == 2)
      }
    }
    #expect(server.connections == 50)
  }

  @Test("a peer that dies at every request is asked twice, not for ever")
  func alwaysDies() async throws {
    let requests = Counter()
    let server = try RawServer { connection in
      while connection.readHead() != nil {
        requests.add()
        if requests.count > 1 { return }
        connection.write(Self.answer)
      }
    }
    try await CurlTransport.withTransport { transport in
      _ = try await transport.send(TransportRequest(url: server.url())).body.collect()
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(TransportRequest(url: server.url()))
      }
      #expect(error?.code == .closed)
    }
    #expect(requests.count == 3)
  }

  @Test("a thousand streams at once, each byte in its place")
  func many() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
      for number in 0..<20 { connection.write("data: \(number)\n\n") }
    }
    let expected = (0..<20).map { "data: \($0)\n\n" }.joined()
    try await CurlTransport.withTransport { transport in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<1_000 {
          group.addTask {
            let response = try await transport.send(TransportRequest(url: server.url()))
            return try await response.body.collect() == Array(expected.utf8)
          }
        }
        for try await isWhole in group { #expect(isWhole) }
      }
    }
  }
}

/// A count from a peer's threads.
final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}

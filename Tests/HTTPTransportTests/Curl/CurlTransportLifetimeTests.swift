import HTTPTransport
import Testing

@Suite("Curl transport: connections and their ends", .timeLimit(.minutes(1)))
struct CurlTransportLifetimeTests {
  private static let endless = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"

  /// A server that sends one piece of an endless body and tells when its peer has closed.
  private static func endlessServer(_ closed: Signal<Bool>) throws -> RawServer {
    try RawServer { connection in
      _ = connection.readHead()
      connection.write(endless + "data: 1\n\n")
      closed.send(connection.waitForClose())
    }
  }

  @Test("leaving the loop over a body closes its connection")
  func leaving() async throws {
    let closed = Signal<Bool>()
    let server = try Self.endlessServer(closed)
    try await CurlTransport.withTransport { transport in
      let response = try await transport.send(TransportRequest(url: server.url()))
      for try await _ in response.body { break }
      #expect(await closed.value)
      #expect(response.status == 200)
    }
  }

  @Test("a body dropped unread closes its connection")
  func dropped() async throws {
    let closed = Signal<Bool>()
    let server = try Self.endlessServer(closed)
    try await CurlTransport.withTransport { transport in
      _ = try await transport.send(TransportRequest(url: server.url())).status
      #expect(await closed.value)
    }
  }

  @Test("cancelling the task that waits for bytes closes the connection")
  func cancelledReading() async throws {
    let closed = Signal<Bool>()
    let started = Signal<Bool>()
    let server = try Self.endlessServer(closed)
    try await CurlTransport.withTransport { transport in
      let task = Task {
        let response = try await transport.send(TransportRequest(url: server.url()))
        for try await _ in response.body { started.send(true) }
      }
      _ = await started.value
      task.cancel()
      let error = await #expect(throws: TransportError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      #expect(await closed.value)
    }
  }

  @Test("cancelling the task that waits for the head closes the connection")
  func cancelledSending() async throws {
    let closed = Signal<Bool>()
    let asked = Signal<Bool>()
    let server = try RawServer { connection in
      _ = connection.readHead()
      asked.send(true)
      closed.send(connection.waitForClose())
    }
    try await CurlTransport.withTransport { transport in
      let task = Task { try await transport.send(TransportRequest(url: server.url())) }
      _ = await asked.value
      task.cancel()
      let error = await #expect(throws: TransportError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      #expect(await closed.value)
    }
  }

  @Test("shutting down ends what is under way, and refuses what comes after")
  func shutDown() async throws {
    let closed = Signal<Bool>()
    let server = try Self.endlessServer(closed)
    let transport = try CurlTransport()
    let response = try await transport.send(TransportRequest(url: server.url()))
    await transport.shutDown()
    #expect(await closed.value)
    let error = await #expect(throws: TransportError.self) { try await response.body.collect() }
    #expect(error?.code == .shutDown)
    let late = await #expect(throws: TransportError.self) {
      try await transport.send(TransportRequest(url: server.url()))
    }
    #expect(late?.code == .shutDown)
    await transport.shutDown()
  }

  @Test("a body is read once")
  func once() async throws {
    let body = TransportBody([[1], [2, 3]])
    #expect(try await body.collect() == [1, 2, 3])
    let error = await #expect(throws: TransportError.self) { try await body.collect() }
    #expect(error?.code == .invalidRequest)
  }

  @Test("each phase has its own limit")
  func limits() async throws {
    let server = try RawServer { connection in
      let head = connection.readHead() ?? ""
      if head.hasPrefix("GET /body") { connection.write(Self.endless + "x") }
      _ = connection.waitForClose()
    }
    try await CurlTransport.withTransport { transport in
      let short = Duration.milliseconds(60)
      let cases: [(String, TransportLimits, TransportPhase)] = [
        ("/head", TransportLimits(head: short), .head),
        ("/head", TransportLimits(whole: short), .whole),
        ("/body", TransportLimits(idle: short), .idle),
        ("/body", TransportLimits(whole: short), .whole),
      ]
      for (path, limits, phase) in cases {
        let error = await #expect(throws: TransportError.self) {
          try await transport.send(TransportRequest(url: server.url(path), limits: limits)).body.collect()
        }
        #expect(error?.code == .timedOut)
        #expect(error?.phase == phase)
      }
    }
  }

  @Test("waiting for a place in the pool counts as connecting")
  func fullPool() async throws {
    let closed = Signal<Bool>()
    let server = try Self.endlessServer(closed)
    try await CurlTransport.withTransport(CurlConfiguration(connectionsPerHost: 1)) { transport in
      let first = try await transport.send(TransportRequest(url: server.url()))
      let error = await #expect(throws: TransportError.self) {
        let limits = TransportLimits(connect: .milliseconds(60))
        _ = try await transport.send(TransportRequest(url: server.url(), limits: limits))
      }
      #expect(error?.phase == .connect)
      #expect(server.connections == 1)
      #expect(first.status == 200)
    }
  }

  @Test("a reader that does not read makes the peer wait, and gets every byte in the end")
  func backPressure() async throws {
    let total = 32 << 20
    let written = Signal<Bool>()
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
      for part in 0..<(total >> 16) {
        connection.write([UInt8](repeating: UInt8(part & 255), count: 1 << 16))
      }
      written.send(true)
    }
    try await CurlTransport.withTransport { transport in
      let response = try await transport.send(TransportRequest(url: server.url()))
      // Another exchange on the same thread goes on while this one is not read.
      let other = try RawServer { connection in
        while connection.readHead() != nil {
          connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n.")
        }
      }
      for _ in 0..<50 {
        #expect(try await transport.send(TransportRequest(url: other.url())).body.collect().count == 1)
      }
      var count = 0
      var largest = 0
      for try await chunk in response.body {
        for byte in [chunk.first, chunk.last] { #expect(byte != nil) }
        #expect(chunk[0] == UInt8((count >> 16) & 255))
        count += chunk.count
        largest = max(largest, chunk.count)
      }
      #expect(count == total)
      #expect(largest <= (64 << 10) + (16 << 10))
      #expect(await written.value)
    }
  }

  @Test("collecting more than allowed is too_large")
  func collectLimit() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world")
    }
    try await CurlTransport.withTransport { transport in
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(TransportRequest(url: server.url())).body.collect(upTo: 10)
      }
      #expect(error?.code == .tooLarge)
    }
  }
}

import HTTPTransport
import Testing

@Suite("Curl transport: exchanges")
struct CurlTransportTests {
  @Test("an answer's head, body and timings come as sent")
  func exchange() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write(
        "HTTP/1.1 207 Many\r\nX-A: 1\r\nx-a:  two \r\nContent-Length: 5\r\n\r\nhello")
    }
    try await CurlTransport.withTransport { transport in
      let response = try await transport.send(TransportRequest(url: server.url()))
      #expect(response.status == 207)
      #expect(response.headers.values("X-a") == ["1", "two"])
      #expect(try await response.body.collect() == Array("hello".utf8))
      #expect(response.timings.isReused == false)
      #expect(response.timings.connect > .zero)
      let end = try #require(response.body.timings)
      #expect(end.total >= response.timings.firstByte)
    }
  }

  @Test(
    "what is sent is what was asked: method, fields in order, body, nothing added but Host, Accept, length")
  func requestBytes() async throws {
    let seen = Signal<String>()
    let server = try RawServer { connection in
      let head = connection.readHead() ?? ""
      seen.send(head + String(decoding: connection.read(3), as: UTF8.self))
      connection.write("HTTP/1.1 204 No Content\r\n\r\n")
    }
    try await CurlTransport.withTransport { transport in
      let headers = try TransportHeaders([("X-B", "2"), ("X-A", "é"), ("X-B", "3"), ("X-Empty", "")])
      let response = try await transport.send(
        TransportRequest(method: "POST", url: server.url("/p?q=1"), headers: headers, body: Array("abc".utf8))
      )
      #expect(response.status == 204)
      #expect(try await response.body.collect().isEmpty)
    }
    #expect(
      await seen.value
        == "POST /p?q=1 HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nAccept: */*\r\nX-B: 2\r\nX-A: é\r\n"
        + "X-B: 3\r\nX-Empty:\r\nContent-Length: 3\r\n\r\nabc")
  }

  @Test("interim answers are passed over")
  func interim() async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-Late: 1\r\n")
      connection.write("Content-Length: 0\r\n\r\n")
    }
    try await CurlTransport.withTransport { transport in
      let response = try await transport.send(TransportRequest(url: server.url()))
      #expect(response.status == 200)
      #expect(response.headers["X-Early"] == nil)
      #expect(response.headers["X-Late"] == "1")
    }
  }

  @Test(
    "what cannot be sent is refused before a byte leaves",
    arguments: [
      TransportRequest(url: "file:///etc/passwd"), TransportRequest(url: "ftp://127.0.0.1/"),
      TransportRequest(url: "http://127.0.0.1/a b"), TransportRequest(url: "http://127.0.0.1/\r\nX: 1"),
      TransportRequest(method: "GE T", url: "http://127.0.0.1/"), TransportRequest(url: ""),
      TransportRequest(url: "http://user:word@127.0.0.1/"), TransportRequest(url: "http://"),
    ])
  func refused(_ request: TransportRequest) async throws {
    try await CurlTransport.withTransport { transport in
      let error = await #expect(throws: TransportError.self) { try await transport.send(request) }
      #expect(error?.code == .invalidRequest)
      #expect(error?.message.contains("word") == false)
    }
  }

  @Test(
    "fields of the transport's own are refused", arguments: ["content-length", "Transfer-Encoding", "EXPECT"])
  func ownFields(_ name: String) async throws {
    let headers = try TransportHeaders([(name, "1")])
    try await CurlTransport.withTransport { transport in
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(TransportRequest(url: "http://127.0.0.1/", headers: headers))
      }
      #expect(error?.code == .invalidRequest)
    }
  }

  @Test(
    "broken answers have their own codes",
    arguments: [
      ("", TransportError.Code.closed), ("HTTP/1.1 200 OK\r\nContent-", .closed),
      ("\u{1}\u{2}\u{3}\u{4}\r\n\r\n", .malformed),
      ("HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 70_000))\r\n\r\n", .tooLarge),
    ])
  func brokenHead(_ text: String, _ code: TransportError.Code) async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write(text)
    }
    try await CurlTransport.withTransport { transport in
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(TransportRequest(url: server.url("/x?secret=1")))
      }
      #expect(error?.code == code)
      #expect(error?.message.contains("secret") == false)
    }
  }

  @Test(
    "a body cut short or chunked wrongly gives what came, then an error",
    arguments: [
      ("Content-Length: 10\r\n\r\nhello", TransportError.Code.closed),
      ("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", .closed),
      ("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n", .malformed),
    ])
  func brokenBody(_ rest: String, _ code: TransportError.Code) async throws {
    let server = try RawServer { connection in
      _ = connection.readHead()
      connection.write("HTTP/1.1 200 OK\r\n" + rest)
    }
    try await CurlTransport.withTransport { transport in
      let response = try await transport.send(TransportRequest(url: server.url()))
      var bytes: [UInt8] = []
      do throws(TransportError) {
        for try await chunk in response.body { bytes += chunk }
        Issue.record("the body ended well")
      } catch {
        #expect(error.code == code)
      }
      #expect(bytes == Array("hello".utf8))
    }
  }

  @Test("nobody listening is could_not_connect")
  func nobody() async throws {
    let port = try RawServer { _ in }.port
    try await CurlTransport.withTransport { transport in
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(TransportRequest(url: "http://127.0.0.1:\(port)/"))
      }
      #expect(error?.code == .couldNotConnect)
    }
  }

  @Test("redirects are handed out unless asked for, and counted when they are")
  func redirects() async throws {
    let server = try RawServer { connection in
      while let head = connection.readHead() {
        if head.hasPrefix("GET /end") {
          connection.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nend")
        } else {
          let place = head.hasPrefix("GET /loop") ? "/loop" : "/end"
          connection.write("HTTP/1.1 307 Away\r\nLocation: \(place)\r\nContent-Length: 0\r\n\r\n")
        }
      }
    }
    try await CurlTransport.withTransport { transport in
      let plain = try await transport.send(TransportRequest(url: server.url()))
      #expect(plain.status == 307)
      let followed = try await transport.send(TransportRequest(url: server.url(), redirects: 3))
      #expect(followed.status == 200)
      #expect(try await followed.body.collect() == Array("end".utf8))
      let error = await #expect(throws: TransportError.self) {
        try await transport.send(TransportRequest(url: server.url("/loop"), redirects: 3))
      }
      #expect(error?.code == .tooManyRedirects)
    }
  }
}

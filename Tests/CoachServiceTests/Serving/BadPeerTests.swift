import Foundation
import JSONKit
import Testing

@testable import CoachService

/// Peers that break the rules of HTTP, or keep them and take their time: each is shown the door, and others notice nothing.
@Suite(.serialized) struct BadPeerTests {
  private static var limits: ServerLimits {
    var limits = ServerLimits()
    limits.headTime = .seconds(1)
    limits.bodyTime = .seconds(1)
    limits.writeTime = .seconds(1)
    return limits
  }

  private static func served(_ body: @escaping @Sendable (ServedCoach) async throws -> Void) async throws {
    var options = ServedCoach.Options()
    options.limits = limits
    try await ServedCoach.serve(options, body)
  }

  /// The status of the first answer in a text; nil when there is none.
  private static func status(_ text: String?) -> Int? {
    text.flatMap { $0.hasPrefix("HTTP/1.1 ") ? Int($0.dropFirst(9).prefix(3)) : nil }
  }

  /// What a peer that sends these bytes hears before it is shown the door.
  private static func answer(to bytes: String, from coach: ServedCoach) async throws -> String? {
    try await blocking {
      let peer = try RawPeer(coach.facade)
      peer.send(bytes)
      return peer.receive()
    }
  }

  private static func isAlive(_ coach: ServedCoach) async throws -> Bool {
    try await coach.call("GET", coach.facade + "/healthz").status == 200
  }

  @Test func headThatTricklesInIsCutOff() async throws {
    try await Self.served { coach in
      for server in [coach.facade, coach.engine] {
        let isClosed = try await blocking {
          let peer = try RawPeer(server)
          peer.send("GET /healthz HTTP/1.1\r\nHost: a\r\n")
          let slow = Thread {
            // One byte at a time, for far longer than a head may take.
            while peer.send("X") { usleep(50_000) }
          }
          slow.start()
          return peer.receive() != nil
        }
        #expect(isClosed)
      }
      #expect(try await Self.isAlive(coach))
    }
  }

  @Test func bodyThatNeverEndsIsCutOff() async throws {
    try await Self.served { coach in
      let answer = try await Self.answer(
        to: "POST /api/ai/coach/dev/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
          + "Content-Length: 100\r\n\r\n{", from: coach)
      #expect(answer != nil)
      #expect(try await Self.isAlive(coach))
    }
  }

  @Test(arguments: [
    "GET /healthz HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 1 << 20))\r\n\r\n",
    "GET /healthz HTTP/1.1\r\n" + (0..<70).map { "X-\($0): a\r\n" }.joined() + "\r\n",
    "GET /\(String(repeating: "a", count: 1 << 20)) HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    "POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
    "POST /api/ai/coach/dev/sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\njunk",
    "POST /api/ai/coach/dev/sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
    "GARBAGE\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nBad Header: a\r\n\r\n", "GET /healthz HTTP/1.1\r\nX: a\r\n b\r\n\r\n",
  ])
  func nonsenseIsRefusedAndTheConnectionClosed(_ bytes: String) async throws {
    try await Self.served { coach in
      let answer = try await Self.answer(
        to: bytes, from: coach)
      // Closed, whether with a word or without; never served.
      #expect(answer != nil)
      let status = Self.status(answer)
      #expect(status == nil || (400..<500).contains(status ?? 0), "\(answer?.prefix(200) ?? "")")
      #expect(try await Self.isAlive(coach))
    }
  }

  @Test func lengthAndChunksTogetherSmuggleNothing() async throws {
    try await Self.served { coach in
      let answer = try await Self.answer(
        to: "POST /api/ai/coach/dev/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
          + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n",
        from: coach)
      let text = try #require(answer)
      // Whatever is made of it, the second request is not answered as if it stood alone behind a body.
      #expect(!text.contains("# TYPE"), "\(text.prefix(400))")
    }
  }

  @Test func bodyLargerThanItMayBeIsRefused() async throws {
    try await Self.served { coach in
      let large = #"{"user":""# + String(repeating: "a", count: 100_000) + #""}"#
      let answer = try await coach.call(
        "POST", coach.facade + "/api/ai/coach/dev/sign-in", body: .object(["user": .string(large)]))
      #expect(answer.status == 413)
      let chunked = try await blocking {
        let peer = try RawPeer(coach.facade)
        peer.send(
          "POST /api/ai/coach/dev/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n")
        for _ in 0..<100 where !peer.send("400\r\n\(String(repeating: "a", count: 1_024))\r\n") { break }
        return peer.receive { $0.contains("\r\n\r\n") }
      }
      #expect(Self.status(chunked) == 413)
      #expect(try await Self.isAlive(coach))
    }
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
    try await Self.served { coach in
      let answer = try await Self.answer(
        to:
          "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        from: coach)
      let text = try #require(answer)
      let first = try #require(text.range(of: "200 OK")),
        second = try #require(text.range(of: "404 Not Found"))
      #expect(first.lowerBound < second.lowerBound)
    }
  }

  /// A reader that opens a stream and does not read is cut off, and another follower of the same session loses nothing.
  @Test func readerThatDoesNotReadHoldsNobodyUp() async throws {
    try await Self.served { coach in
      let (token, _) = try await coach.signIn("u29")
      let sleeper = try await coach.start(token)
      let peers = try await blocking {
        try (0..<4).map { _ in
          let peer = try RawPeer(coach.facade)
          peer.send(
            "GET /api/ai/coach/stream?sessionId=\(sleeper) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
          )
          return peer
        }
      }
      let other = try await coach.signIn()
      let session = try await coach.start(other.token)
      let events = try await coach.events(session, other.token)
      #expect(events.last?["type"] == "session.completed")
      #expect(peers.count == 4)
    }
  }
}

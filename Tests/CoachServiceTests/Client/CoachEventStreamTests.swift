import CoachClient
import HTTPTransport
import Synchronization
import Testing

@Suite("Coach client: streams against real peers", .timeLimit(.minutes(1)))
struct CoachEventStreamTests {
  /// A client that notes its waits instead of waiting.
  private final class Waits: Sendable {
    private let list = Mutex<[Duration]>([])
    var all: [Duration] { list.withLock { $0 } }
    func add(_ duration: Duration) { list.withLock { $0.append(duration) } }
  }

  private func read(
    _ answers: [ScriptedServer.Answer], heartbeat: Duration = .seconds(20), attempts: Int? = 3, after: Int = 0
  ) async throws -> (seqs: [Int?], error: CoachClientError?, waits: [Duration], requests: [String]) {
    let server = try ScriptedServer(answers)
    let waits = Waits()
    let clock = ClientClock(nanoseconds: { 7 }, sleep: { waits.add($0) })
    let policy = ReconnectPolicy(
      base: .milliseconds(100), attempts: attempts, heartbeatTimeout: heartbeat, random: { 0 })
    return try await CurlTransport.withTransport { transport in
      let client = CoachClient(
        baseURL: server.url, credential: .bearer("t0ken"), transport: transport, policy: policy, clock: clock)
      var seqs: [Int?] = []
      do throws(CoachClientError) {
        for try await event in client.events(session: "s 1", after: after) { seqs.append(event.seq) }
        return (seqs, nil, waits.all, server.requests)
      } catch {
        return (seqs, error, waits.all, server.requests)
      }
    }
  }

  private func stream(_ text: String) -> ScriptedServer.Answer {
    .pieces([Array((StreamText.head + text).utf8)])
  }

  @Test("one connection: events to the terminal one, deltas without a place between")
  func whole() async throws {
    let delta = "event: text.delta\ndata: {\"type\":\"text.delta\"}\n\n"
    let text =
      ": hi\nretry: 2000\n\n" + StreamText.event(1) + delta + ": hb\n\n" + StreamText.events(2...3, of: 3)
    let (seqs, error, waits, requests) = try await read([stream(text)])
    #expect(seqs == [1, nil, 2, 3])
    #expect(error == nil)
    #expect(waits.isEmpty)
    #expect(requests[0].hasPrefix("GET /api/ai/coach/stream?sessionId=s%201 HTTP/1.1\r\n"))
    #expect(requests[0].contains("\r\nAuthorization: Bearer t0ken\r\n"))
    #expect(!requests[0].contains("Last-Event-ID"))
  }

  @Test("cut at every byte and resumed: each event once, in order")
  func cutAnywhere() async throws {
    let whole = "retry: 50\n\n" + StreamText.events(1...4, of: 4)
    for cut in stride(from: 0, to: whole.utf8.count, by: 1) {
      let before = String(decoding: whole.utf8.prefix(cut), as: UTF8.self)
      let seen = (1...4).last { before.contains(StreamText.events(1...$0, of: 4)) } ?? 0
      let answers = [stream(before)] + (seen < 4 ? [stream(StreamText.events(seen + 1...4, of: 4))] : [])
      let (seqs, error, _, requests) = try await read(answers)
      #expect(seqs == [1, 2, 3, 4], "cut at \(cut)")
      #expect(error == nil, "cut at \(cut)")
      if requests.count > 1, seen > 0 { #expect(requests[1].contains("\r\nLast-Event-ID: \(seen)\r\n")) }
    }
  }

  @Test("a chunked body cut in its frame is an end like any other")
  func cutChunk() async throws {
    let part = StreamText.event(1)
    let cut =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
      + String(part.utf8.count + 10, radix: 16) + "\r\n" + part
    let (seqs, error, _, _) = try await read([
      .pieces([Array(cut.utf8)]), stream(StreamText.events(2...2, of: 2)),
    ])
    #expect(seqs == [1, 2])
    #expect(error == nil)
  }

  @Test("bytes one by one, and lines that end in CR alone")
  func rechunked() async throws {
    let text = StreamText.head + StreamText.events(1...3, of: 3)
    let pieces = text.utf8.map { [$0] }
    #expect(try await read([.pieces(pieces)]).seqs == [1, 2, 3])
    let returns = StreamText.events(1...3, of: 3).replacing("\n", with: "\r")
    #expect(try await read([stream(returns)]).seqs == [1, 2, 3])
  }

  @Test("duplicates are dropped, on one connection and over two")
  func duplicates() async throws {
    let twice = StreamText.event(1) + StreamText.event(1) + StreamText.event(2)
    let (seqs, error, _, _) = try await read([stream(twice), stream(StreamText.events(1...3, of: 3))])
    #expect(seqs == [1, 2, 3])
    #expect(error == nil)
  }

  @Test("a gap, an event from before the beginning and two payloads of one number are errors")
  func broken() async throws {
    let gap = try await read([stream(StreamText.event(1) + StreamText.event(3))])
    #expect(gap.seqs == [1])
    #expect(gap.error?.code == .gap)
    let early = try await read([stream(StreamText.event(4))], after: 5)
    #expect(early.error?.code == .outOfOrder)
    let changed = StreamText.event(1) + StreamText.event(1, note: ",\"other\":1")
    let conflict = try await read([stream(changed)])
    #expect(conflict.seqs == [1])
    #expect(conflict.error?.code == .conflictingEvent)
  }

  @Test("503 with Retry-After waits that long, 429 and 500 by doubling, and progress starts anew")
  func refusals() async throws {
    let answers: [ScriptedServer.Answer] = [
      .pieces([StreamText.answer("503 Busy", "Retry-After: 7\r\n")]), .pieces([StreamText.answer("500 Oh")]),
      stream(StreamText.event(1)), .pieces([StreamText.answer("429 Slow")]),
      stream(StreamText.events(2...2, of: 2)),
    ]
    let (seqs, error, waits, _) = try await read(answers)
    #expect(seqs == [1, 2])
    #expect(error == nil)
    #expect(waits == [.seconds(7), .milliseconds(200), .milliseconds(100), .milliseconds(200)])
  }

  @Test("the server's retry field takes the place of the policy's base")
  func serverRetry() async throws {
    let answers = [stream("retry: 2500\n\n" + StreamText.event(1)), stream(StreamText.events(2...2, of: 2))]
    #expect(try await read(answers).waits == [.milliseconds(2500)])
  }

  @Test(
    "what another try would not mend ends the stream with its own code",
    arguments: [
      (401, CoachClientError.Code.unauthorized), (403, .forbidden), (404, .notFound), (409, .conflict),
      (400, .badRequest),
    ])
  func permanent(_ status: Int, _ code: CoachClientError.Code) async throws {
    let problem = #"{"title":"No","detail":"it is so","code":"x"}"#
    let answer = StreamText.answer(
      "\(status) No", "Content-Type: application/problem+json\r\n", body: problem)
    let (seqs, error, waits, _) = try await read([.pieces([answer])])
    #expect(seqs.isEmpty)
    #expect(waits.isEmpty)
    #expect(error?.code == code)
    #expect(error?.status == status)
    #expect((error?.cause as? CoachProblem)?.code == "x")
    #expect(error?.message.contains("No: it is so") == true)
  }

  @Test("204 is the end; another content type is no stream")
  func over() async throws {
    let over = try await read([.pieces([Array("HTTP/1.1 204 No Content\r\n\r\n".utf8)])])
    #expect(over.error == nil)
    #expect(over.seqs.isEmpty)
    let page = try await read([
      .pieces([StreamText.answer("200 OK", "Content-Type: text/html\r\n", body: "<p>")])
    ])
    #expect(page.error?.code == .malformedAnswer)
  }

  @Test("a peer that falls silent is left and asked again")
  func silence() async throws {
    let answers: [ScriptedServer.Answer] = [
      .silence(Array((StreamText.head + StreamText.event(1)).utf8)), stream(StreamText.events(2...2, of: 2)),
    ]
    let (seqs, error, waits, _) = try await read(answers, heartbeat: .milliseconds(80))
    #expect(seqs == [1, 2])
    #expect(error == nil)
    #expect(waits == [.milliseconds(100)])
  }

  @Test("no progress for all the tries allowed is an error")
  func exhausted() async throws {
    let empty = (0..<4).map { _ in stream("") }
    let (seqs, error, waits, requests) = try await read(empty, attempts: 3)
    #expect(seqs.isEmpty)
    #expect(error?.code == .retriesExhausted)
    #expect(waits == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
    #expect(requests.count == 4)
  }
}

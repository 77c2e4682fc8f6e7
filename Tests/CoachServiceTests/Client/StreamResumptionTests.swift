import HTTPTransport
import Testing

@testable import CoachClient

@Suite("Coach client: when to reconnect")
struct StreamResumptionTests {
  private let policy = ReconnectPolicy(base: .seconds(1), maximum: .seconds(8), attempts: 5, random: { 0 })

  private enum Outcome: Equatable {
    case reconnect, finish, fail(CoachClientError.Code)

    init(_ next: StreamResumption.Next) {
      self =
        switch next {
        case .reconnect: .reconnect
        case .finish: .finish
        case .fail(let error): .fail(error.code)
        }
    }
  }

  private func refused(_ status: Int) -> StreamResumption.Ending {
    .refused(.status(status, call: "GET stream", body: []), status: status, retryAfter: nil)
  }

  @Test("every status has its one answer", arguments: 201..<600)
  func statuses(_ status: Int) {
    var resumption = StreamResumption(after: 0, policy: policy)
    let outcome = Outcome(resumption.next(refused(status)))
    let expected: Outcome =
      switch status {
      case 429, 500..<600: .reconnect
      case 401: .fail(.unauthorized)
      case 403: .fail(.forbidden)
      case 404: .fail(.notFound)
      case 409: .fail(.conflict)
      case 400..<500: .fail(.badRequest)
      default: .fail(.malformedAnswer)
      }
    #expect(outcome == expected)
  }

  @Test("every error of the transport has its one answer")
  func transportErrors() {
    let codes: [(TransportError.Code, Outcome)] = [
      (.couldNotConnect, .reconnect), (.timedOut, .reconnect), (.closed, .reconnect),
      (.tls, .fail(.transport)), (.malformed, .fail(.transport)), (.tooLarge, .fail(.transport)),
      (.invalidRequest, .fail(.transport)), (.tooManyRedirects, .fail(.transport)),
      (.shutDown, .fail(.transport)), (.failed, .fail(.transport)), (.cancelled, .fail(.cancelled)),
    ]
    for (code, expected) in codes {
      var resumption = StreamResumption(after: 0, policy: policy)
      let outcome = Outcome(resumption.next(.lost(TransportError(code, "x"))))
      #expect(outcome == expected, "\(code)")
    }
  }

  @Test("after the terminal event every ending is the end")
  func terminated() throws {
    let endings: [StreamResumption.Ending] = [
      .lost(nil), .lost(TransportError(.closed, "x")), .lost(TransportError(.failed, "x")), .over,
      refused(401),
      refused(503),
    ]
    for ending in endings {
      var resumption = StreamResumption(after: 0, policy: policy)
      let receipt = try resumption.receive(ServerSentEvent(data: "x", id: "1"), isTerminal: true)
      #expect(receipt == .deliver(seq: 1))
      let outcome = Outcome(resumption.next(ending))
      #expect(outcome == .finish)
    }
  }

  @Test(
    "ids that are no places are refused", arguments: ["x", "-1", "0", "1.0", "99999999999999999999", " 1"])
  func ids(_ id: String) {
    var resumption = StreamResumption(after: 0, policy: policy)
    let result = Result { () throws(CoachClientError) in
      try resumption.receive(ServerSentEvent(data: "x", id: id), isTerminal: false)
    }
    #expect(throws: CoachClientError.self) { try result.get() }
  }

  @Test("the largest place there is does not trap")
  func largest() throws {
    var resumption = StreamResumption(after: .max - 1, policy: policy)
    let last = try resumption.receive(ServerSentEvent(data: "x", id: "\(Int.max)"), isTerminal: false)
    #expect(last == .deliver(seq: .max))
    let again = try resumption.receive(ServerSentEvent(data: "x", id: "\(Int.max)"), isTerminal: false)
    #expect(again == .duplicate)
  }

  @Test(
    "waits double to the maximum, jitter only lengthens, Retry-After is the least",
    arguments: [0, 0.5, 0.999])
  func delays(_ chance: Double) {
    let policy = ReconnectPolicy(base: .seconds(1), maximum: .seconds(8), jitter: 0.5, random: { chance })
    for (attempt, plain) in zip(0..<8, [1, 2, 4, 8, 8, 8, 8, 8]) {
      let delay = policy.delay(attempt: attempt, serverRetry: nil, retryAfter: nil)
      #expect(delay >= .seconds(plain))
      #expect(delay <= .seconds(plain) * 1.5)
    }
    #expect(policy.delay(attempt: 0, serverRetry: nil, retryAfter: .seconds(60)) >= .seconds(60))
    #expect(policy.delay(attempt: .max, serverRetry: .seconds(1 << 40), retryAfter: nil) <= .seconds(12))
    #expect(policy.delay(attempt: 0, serverRetry: nil, retryAfter: .seconds(1 << 40)) <= .seconds(450))
  }

  @Test("Retry-After in seconds or as a date against the answer's own")
  func retryAfter() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    #expect(RetryAfter.duration("120", date: nil) == .seconds(120))
    #expect(RetryAfter.duration("Sun, 06 Nov 1994 08:50:00 GMT", date: date) == .seconds(23))
    #expect(
      RetryAfter.duration("Tue, 29 Feb 2028 00:00:00 GMT", date: "Mon, 28 Feb 2028 00:00:00 GMT")
        == .seconds(86_400))
    #expect(RetryAfter.duration("Sun, 06 Nov 1994 08:00:00 GMT", date: date) == .zero)
    #expect(RetryAfter.duration("Sun, 06 Nov 1994 08:50:00 GMT", date: nil) == nil)
    for junk in ["", "-1", "1.5", "soon", "Sun, 99 Nov 1994 08:49:37 GMT", "99999999999999999999x"] {
      #expect(RetryAfter.duration(junk, date: date) == nil, "\(junk)")
    }
    #expect(RetryAfter.duration("99999999999999999999", date: nil) == .seconds(1_000_000_000))
  }
}

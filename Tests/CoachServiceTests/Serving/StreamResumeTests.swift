import CoachCore
import Foundation
import HTTPTransport
import JSONKit
import Testing

@testable import CoachService

/// A stream that breaks off anywhere goes on where it broke: nothing is lost, nothing comes in another order.
@Suite struct StreamResumeTests {
  /// Reads a stream up to a number of bytes, then breaks it off.
  private static func read(
    _ coach: ServedCoach, _ session: String, _ token: String, after: Int, bytes limit: Int
  ) async throws -> String {
    let response = try await coach.transport.send(
      TransportRequest(
        url: "\(coach.facade)/api/ai/coach/stream?sessionId=\(session)",
        headers: TransportHeaders([("Authorization", "Bearer \(token)"), ("Last-Event-ID", "\(after)")])))
    #expect(response.status == 200)
    var bytes: [UInt8] = []
    for try await chunk in response.body {
      bytes += chunk
      if bytes.count >= limit { break }
    }
    // What lies behind a cut in the middle of a character never came.
    return String(decoding: bytes.prefix(limit), as: UTF8.self)
  }

  /// The events whose last line had come.
  private static func whole(_ text: String) -> [JSONValue] {
    guard let end = text.range(of: "\n\n", options: .backwards) else { return [] }
    return ServedCoach.events(in: String(text[..<end.upperBound]))
  }

  @Test func cutAtEveryEventAndAtTwoHundredBytes() async throws {
    try await ServedCoach.serve { coach in
      let (token, _) = try await coach.signIn()
      let session = try await coach.start(token)
      let all = try await coach.events(session, token)
      let text = try await Self.read(coach, session, token, after: 0, bytes: .max)
      for cut in 0..<all.count {
        #expect(try await coach.events(session, token, after: cut) == Array(all[cut...]))
      }
      var random = SeededGenerator(seed: 7)
      for _ in 0..<200 {
        let cut = 1 + Int(random.next() % UInt64(text.utf8.count - 1))
        let before = Self.whole(try await Self.read(coach, session, token, after: 0, bytes: cut))
        let last = before.last?["seq"]?.int ?? 0
        guard last < all.count else { continue }
        #expect(before + (try await coach.events(session, token, after: last)) == all, "cut at byte \(cut)")
      }
      print("streams: cut at \(all.count) events and 200 bytes of \(text.utf8.count)")
    }
  }

  @Test func liveStreamThatBreaksOffAgainAndAgain() async throws {
    try await ServedCoach.serve { coach in
      var random = SeededGenerator(seed: 11)
      for user in ["u02", "u03", "u09"] {
        let (token, _) = try await coach.signIn(user)
        let session = try await coach.start(token)
        var seen: [JSONValue] = []
        var room = 0
        while seen.count < 2 || seen.last?["type"]?.string?.hasPrefix("session.") != true {
          // A cut before the end of a large event brings nothing: the next one comes later.
          room += 400 + Int(random.next() % 6_000)
          let whole = Self.whole(try await Self.read(coach, session, token, after: seen.count, bytes: room))
          if !whole.isEmpty { room = 0 }
          seen += whole
        }
        #expect(seen.compactMap { $0["seq"]?.int } == Array(1...seen.count))
        #expect(seen == (try await coach.events(session, token)))
      }
    }
  }

  @Test(arguments: ["x", "-1", "1.0", "00", "9999999999999999999999", "1e3", " 1", "٣"])
  func cursorThatIsNoNumberIsRefused(_ cursor: String) async throws {
    #expect(throws: Problem.self) { try StreamCursor(lastEventID: cursor, after: nil) }
    #expect(throws: Problem.self) { try StreamCursor(lastEventID: nil, after: cursor) }
  }
}

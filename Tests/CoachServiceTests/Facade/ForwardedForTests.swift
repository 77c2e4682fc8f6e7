import CoachCore
import Foundation
import HTTPTransport
import JSONKit
import Testing

@testable import CoachService

@Suite("X-Forwarded-For")
struct ForwardedForTests {
  private func client(_ lines: [String], behind proxies: Int) -> String? {
    ForwardedFor(lines).client(behind: proxies, peer: "10.0.0.9")
  }

  @Test("without proxies of ours nothing of it is believed")
  func none() {
    #expect(client(["203.0.113.7"], behind: 0) == "10.0.0.9")
    #expect(ForwardedFor(["203.0.113.7"]).client(behind: 0, peer: nil) == nil)
  }

  @Test("the client is as many from the right as there are proxies, however much was sent before")
  func places() {
    let spoofed = "198.51.100.1, 198.51.100.2"
    #expect(client(["\(spoofed), 203.0.113.7"], behind: 1) == "203.0.113.7")
    #expect(client([spoofed, "203.0.113.7"], behind: 1) == "203.0.113.7")
    #expect(client(["\(spoofed), 203.0.113.7, 10.0.0.2"], behind: 2) == "203.0.113.7")
    #expect(client([spoofed, "203.0.113.7,10.0.0.2"], behind: 2) == "203.0.113.7")
    #expect(client(["junk, , \u{7f}, 203.0.113.7"], behind: 1) == "203.0.113.7")
  }

  @Test(
    "addresses in their forms, with and without a port",
    arguments: [
      ("203.0.113.7", "203.0.113.7"), (" \t203.0.113.7\t ", "203.0.113.7"),
      ("203.0.113.7:4711", "203.0.113.7"),
      ("2001:db8::7", "2001:db8::7"), ("[2001:db8::7]", "2001:db8::7"), ("[2001:db8::7]:443", "2001:db8::7"),
      ("::ffff:203.0.113.7", "::ffff:203.0.113.7"),
    ])
  func forms(_ text: String, _ address: String) {
    #expect(client([text], behind: 1) == address)
  }

  @Test(
    "what cannot be one of our proxies' notes leaves the peer",
    arguments: [
      [], [""], ["unknown"], ["_hidden"], ["203.0.113.7, "], ["203.0.113.999"], ["203.0.113.7:"],
      ["203.0.113.7:x"], ["203.0.113.7:123456"], ["[203.0.113.7]"], ["[2001:db8::7"], ["[2001:db8::7]x"],
      ["203.0.113.7 198.51.100.1"], ["\"203.0.113.7\""], ["203.0.113.7\0"], ["[]"], [":"], ["[", "]"],
      [String(repeating: ",", count: 10_000)],
    ])
  func malformed(_ lines: [String]) {
    #expect(client(lines, behind: 1) == "10.0.0.9")
  }

  @Test("fewer notes than proxies, or one that cannot be read among them, leaves the peer")
  func bypassed() {
    #expect(client(["203.0.113.7"], behind: 2) == "10.0.0.9")
    #expect(client(["203.0.113.7, unknown"], behind: 2) == "10.0.0.9")
    #expect(client(["unknown, 10.0.0.2"], behind: 2) == "10.0.0.9")
  }

  /// The statuses of sign-ins with these fields, where an address may sign in twice.
  private func statuses(_ fields: [String], behind proxies: Int) async throws -> [Int] {
    var options = ServedCoach.Options()
    options.trustedProxies = proxies
    options.rates = RequestRates(
      perUser: RateLimit(burst: 100, perMinute: 1), perAddress: RateLimit(burst: 2, perMinute: 1),
      clock: AuthClock().clock)
    return try await ServedCoach.serve(options) { coach in
      var statuses: [Int] = []
      for field in fields {
        let answer = try await coach.call(
          "POST", coach.facade + ServedCoach.prefix + "/dev/sign-in", headers: [("X-Forwarded-For", field)],
          body: ["user": "u02"])
        statuses.append(answer.status)
      }
      return statuses
    }
  }

  @Test("rates are the client's behind a proxy; a client that makes addresses up gains nothing")
  func rates() async throws {
    let invented = (1...4).map { "198.51.100.\($0)" }
    #expect(try await statuses(invented, behind: 0) == [200, 200, 429, 429])
    #expect(try await statuses(invented, behind: 1) == [200, 200, 200, 200])
    #expect(try await statuses(invented.map { "\($0), 203.0.113.7" }, behind: 1) == [200, 200, 429, 429])
    #expect(try await statuses(invented.map { "\($0), junk" }, behind: 1) == [200, 200, 429, 429])
  }
}

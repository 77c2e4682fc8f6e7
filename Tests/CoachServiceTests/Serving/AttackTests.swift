import CoachCore
import Foundation
import HTTPTransport
import JSONKit
import Testing

@testable import CoachService

/// The attack list of the domain rules §8 against servers that listen: all refused, and they go on serving.
@Suite struct AttackTests {
  /// A token with a header and claims of the attacker's own, signed by whatever key they have.
  private static func forged(
    header: JSONValue, claims: JSONValue, key: SigningKey = .generate()
  ) throws -> String {
    try CompactToken.text(header: header, payload: claims) { try key.signature(of: $0) }
  }

  private static func claims(_ subject: String, _ change: (inout JSONObject) -> Void = { _ in }) -> JSONValue
  {
    let now = Int(Date().timeIntervalSince1970)
    var claims: JSONObject = [
      "iss": .string(ServedCoach.issuer), "aud": "aicoach", "sub": .string(subject), "scope": ["coach:run"],
      "jti": "a-name", "iat": .number(.init(now)), "nbf": .number(.init(now)),
      "exp": .number(.init(now + 300)),
    ]
    change(&claims)
    return .object(claims)
  }

  @Test func tokensNobodySignedOpenNothing() async throws {
    try await ServedCoach.serve { coach in
      let (token, subject) = try await coach.signIn()
      let good = try coach.signer.token(for: subject)
      let parts = good.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let kid = coach.signer.published()[0].id
      let header: JSONValue = ["alg": "EdDSA", "typ": "coach+jwt", "kid": .string(kid)]
      var tokens: [(String, String)] = [
        ("empty", ""), ("dots", ".."), ("one part", "abc"), ("garbage", "a.b.c"),
        ("no signature", "\(parts[0]).\(parts[1])."), ("padding", good + "="), ("blank", good + " x"),
        ("huge", good + String(repeating: "A", count: 8_000)),
        ("user's own session", token),
        ("swapped payload", "\(parts[0]).\(parts[0]).\(parts[2])"),
      ]
      for (name, header) in [
        ("alg none", ["alg": "none", "typ": "coach+jwt", "kid": .string(kid)] as JSONValue),
        ("alg HS256", ["alg": "HS256", "typ": "coach+jwt", "kid": .string(kid)]),
        ("alg ES384", ["alg": "ES384", "typ": "coach+jwt", "kid": .string(kid)]),
        ("unknown kid", ["alg": "EdDSA", "typ": "coach+jwt", "kid": "nobody"]),
        ("kid a path", ["alg": "EdDSA", "typ": "coach+jwt", "kid": "../../x"]),
        ("no kid", ["alg": "EdDSA", "typ": "coach+jwt"]),
        ("another type", ["alg": "EdDSA", "typ": "JWT", "kid": .string(kid)]),
        ("crit", ["alg": "EdDSA", "typ": "coach+jwt", "kid": .string(kid), "crit": ["x"]]),
        ("jku", ["alg": "EdDSA", "typ": "coach+jwt", "kid": .string(kid), "jku": "http://127.0.0.1/"]),
        ("another key", header),
      ] { tokens.append((name, try Self.forged(header: header, claims: Self.claims(subject)))) }
      for (name, token) in tokens {
        for path in ["/stream?session_id=x", "/insights"] {
          let answer = try await coach.call("GET", coach.engine + "/api/aicoach" + path, token: token)
          #expect(answer.status == 401, "\(name): \(answer.status)")
          #expect(!answer.text.contains("coach+jwt"))
        }
        let facade = try await coach.call("GET", coach.facade + "/api/ai/coach/insights", token: token)
        #expect(facade.status == (name == "user's own session" ? 200 : 401), "\(name)")
      }
      let alive = try await coach.call("GET", coach.engine + "/api/aicoach/insights", token: good)
      #expect(alive.status == 200)
    }
  }

  @Test func goodKeyDoesNotMakeBadClaimsGood() async throws {
    let key = SigningKey.generate()
    let clock = RunClock.system
    let keys = VerificationKeys(try SigningKeys(key).published(at: clock.now()))
    let verifier = TokenVerifier(
      keys: keys, issuer: ServedCoach.issuer, used: try SQLiteCoachStore.inMemory(), clock: clock)
    let subject = "00000000-0000-4000-8000-000000000001"
    let header: JSONValue = ["alg": "EdDSA", "typ": "coach+jwt", "kid": .string(key.id)]
    let changes: [(String, (inout JSONObject) -> Void)] = [
      ("aud empty", { $0["aud"] = [] }), ("aud null", { $0["aud"] = .null }),
      ("aud prefix", { $0["aud"] = "aicoach-admin" }), ("exp missing", { $0["exp"] = nil }),
      ("exp text", { $0["exp"] = "9999999999" }), ("scope text", { $0["scope"] = "coach:run coach:admin" }),
      ("sub upper-case", { $0["sub"] = .string(subject.uppercased().replacing("0", with: "A")) }),
      ("sub SQL", { $0["sub"] = "x' or 1=1 --" }), ("other issuer", { $0["iss"] = "https://evil.test" }),
      ("long life", { $0["exp"] = .number(.init(Int(Date().timeIntervalSince1970) + 3_600)) }),
    ]
    for (name, change) in changes {
      let token = try Self.forged(header: header, claims: Self.claims(subject, change), key: key)
      await #expect(throws: AuthError.self, "\(name)") { try await verifier.verify(token) }
    }
    let good = try Self.forged(header: header, claims: Self.claims(subject), key: key)
    _ = try await verifier.verify(good)
  }

  @Test func scheduledCallsNeedTheirSecretAndATokenServesOnce() async throws {
    try await ServedCoach.serve { coach in
      for token in [nil, "guess", "", ServedCoach.cronSecret + "x"] {
        for server in [coach.facade + "/api/ai/coach", coach.engine + "/api/aicoach"] {
          let answer = try await coach.call("GET", server + "/webhook?job=daily", token: token)
          #expect(answer.status == 401)
        }
      }
      let (_, subject) = try await coach.signIn()
      let user = try coach.signer.token(for: subject)
      let asUser = try await coach.call("GET", coach.engine + "/api/aicoach/webhook?job=daily", token: user)
      #expect(asUser.status == 403)
      let once = try coach.signer.token(for: subject, scope: ["coach:cron"])
      let url = coach.engine + "/api/aicoach/webhook?job=post_ingest"
      let change: JSONValue = ["user": "nobody-there"]
      #expect(try await coach.call("POST", url, token: once, body: change).status == 200)
      #expect(try await coach.call("POST", url, token: once, body: change).status == 401)
      let asRun = try await coach.call("GET", coach.engine + "/api/aicoach/insights", token: once)
      #expect(asRun.status == 401 || asRun.status == 403)
    }
  }

  @Test func ticketOpensOneStreamOnce() async throws {
    try await ServedCoach.serve { coach in
      let alice = try await coach.signIn()
      let ben = try await coach.signIn()
      let hers = try await coach.start(alice.token)
      let his = try await coach.start(ben.token)
      func ticket() async throws -> String {
        try #require(
          try await coach.call(
            "POST", coach.facade + "/api/ai/coach/ticket", token: alice.token,
            body: ["sessionId": .string(hers)]
          ).json["ticket"]?.string)
      }
      func open(_ session: String, _ ticket: String) async throws -> Int {
        try await coach.call(
          "GET", "\(coach.facade)/api/ai/coach/stream?sessionId=\(session)&ticket=\(ticket)"
        ).status
      }
      let first = try await ticket()
      #expect(try await open(hers, first) == 200)
      #expect(try await open(hers, first) == 401)
      #expect(try await open(his, try await ticket()) == 401)
      #expect(try await open(hers, "AAAA") == 401)
    }
  }

  @Test func writeFromAnotherSitesPageIsRefused() async throws {
    try await ServedCoach.serve { coach in
      let (token, _) = try await coach.signIn()
      let cookie = ("Cookie", "sb-access-token=\(token)")
      let start = coach.facade + "/api/ai/coach/start"
      #expect(try await coach.call("POST", start, headers: [cookie], body: [:]).status == 201)
      for header in [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.test")] {
        #expect(try await coach.call("POST", start, headers: [cookie, header], body: [:]).status == 403)
      }
      let form = try await coach.call(
        "POST", start, headers: [cookie, ("Content-Type", "text/plain")], body: [:])
      #expect(form.status == 415)
    }
  }
}

import CoachCore
import Foundation
import JSONKit
import Testing

@testable import CoachService

/// The attacks of domain rules §8 on a token's claims; every token here is signed by the right key.
@Suite("Tokens: claims under attack")
struct TokenClaimAttackTests {
  private let forge = TokenForge()

  @Test(
    "times that are missing, texts, fractions, far out or negative",
    arguments: ["exp", "nbf", "iat"])
  func timeForms(claim: String) async throws {
    #expect(await forge.refusal(try forge.token(claim: claim, nil)) == .invalidClaims)
    let now = AuthClock.start + 60
    let forms = [
      "\"\(now)\"", "\(now).0", "\(now).5", "1e99", "1.786665660e9", "-1", "-0", "null", "true", "[\(now)]",
      "{}",
      "99999999999999999999999999", "9223372036854775807", "1000000000000",
    ]
    for form in forms {
      let token = try forge.token(claim: claim, written: form)
      #expect(await forge.refusal(token) == .invalidClaims, "\(claim) \(form)")
    }
  }

  @Test("exp: 29 seconds late passes, 30 and 31 do not")
  func expirySkew() async throws {
    let token = try forge.token()
    for (late, code) in [(29.0, nil), (29.999, nil), (30.0, .expiredToken), (31.0, .expiredToken)]
      as [(Double, AuthError.Code?)]
    {
      forge.clock.set(300 + late)
      #expect(await forge.refusal(token) == code, "\(late)")
    }
  }

  @Test("nbf and iat: 29 and 30 seconds early pass, 31 do not", arguments: ["nbf", "iat"])
  func startSkew(claim: String) async throws {
    for (early, code) in [(29, nil), (30, nil), (31, .futureToken)] as [(Int, AuthError.Code?)] {
      let token = try forge.token(claim: claim, .number(JSONNumber(AuthClock.start + early)))
      #expect(await forge.refusal(token) == code, "\(early)")
    }
    let far = try forge.token(claim: claim, .number(JSONNumber(AuthClock.start + 250)))
    #expect(await forge.refusal(far) == .futureToken)
  }

  @Test("a life of 600 seconds passes; 601, none and a negative one do not")
  func life() async throws {
    for (life, code) in [(600, nil), (601, .invalidClaims), (86_400, .invalidClaims), (0, .invalidClaims)]
      as [(Int, AuthError.Code?)]
    {
      let token = try forge.token(claim: "exp", .number(JSONNumber(AuthClock.start + life)))
      #expect(await forge.refusal(token) == code, "\(life)")
    }
    let backwards = try forge.token(claim: "exp", .number(JSONNumber(AuthClock.start - 5)))
    #expect(await forge.refusal(backwards) == .invalidClaims)
  }

  @Test("aud: ours as a text or in a list; not empty, null, a prefix, or among other types")
  func audience() async throws {
    for good: JSONValue in ["aicoach", ["aicoach"], ["other", "aicoach"]] {
      #expect(await forge.refusal(try forge.token(claim: "aud", good)) == nil)
    }
    let bad: [JSONValue] = [
      [], .null, "", "aicoac", "aicoach2", "AICOACH", [""], ["aicoac"], "aicoach ", 1, ["aicoach", 1],
      ["aicoach", .null], [["aicoach"]], ["aicoach": true], "aicoach,other", "*", true,
    ]
    for value in bad { #expect(await forge.refusal(try forge.token(claim: "aud", value)) == .wrongAudience) }
    #expect(await forge.refusal(try forge.token(claim: "aud", nil)) == .wrongAudience)
  }

  @Test("iss: exactly ours")
  func issuer() async throws {
    let bad: [JSONValue?] = [
      nil, .null, "", "https://facade.example/", "HTTPS://facade.example", "https://facade.example.evil",
      [.string(TokenForge.issuer)],
    ]
    for value in bad { #expect(await forge.refusal(try forge.token(claim: "iss", value)) == .wrongIssuer) }
  }

  @Test("scope: a list with the route's scope exactly; never one text, a prefix, or other types")
  func scope() async throws {
    for good: JSONValue in [["coach:run"], ["coach:read", "coach:run"]] {
      #expect(await forge.refusal(try forge.token(claim: "scope", good)) == nil)
    }
    let malformed: [JSONValue?] = [
      nil, .null, "coach:run", "coach:run coach:admin", ["coach:run", 1], [.null], ["coach:run": true], 1,
      .array(Array(repeating: "coach:run", count: 17)),
    ]
    for value in malformed {
      #expect(await forge.refusal(try forge.token(claim: "scope", value)) == .invalidClaims)
    }
    let lacking: [JSONValue] = [
      [], [""], ["coach"], ["coach:ru"], ["coach:run2"], ["coach:run coach:admin"], ["COACH:RUN"],
      ["coach:*"],
      ["coach:admin"],
    ]
    for value in lacking {
      #expect(await forge.refusal(try forge.token(claim: "scope", value)) == .insufficientScope)
    }
    // U+212A is canonically a "K": Swift's == would take it.
    let kelvin = await Refusal.code {
      _ = try await forge.verifier.verify(
        try forge.token(claim: "scope", ["\u{212A}"]), scope: "K")
    }
    #expect(kelvin == .insufficientScope)
  }

  @Test("sub: upper case, SQL, another form, another type")
  func subject() async throws {
    let bad: [JSONValue?] = [
      nil, .null, "", .string(TokenForge.alice.uppercased()), "' OR 1=1 --", "service",
      .string("{\(TokenForge.alice)}"), .string("urn:uuid:\(TokenForge.alice)"),
      .string(TokenForge.alice.replacing("-", with: "")), .string(TokenForge.alice + "\n"), 1,
      .array([.string(TokenForge.alice)]), "6b1f0f0e-3a52-4c1c-8f5e-0c9a3f1d2e4g",
      "6b1f0f0e_3a52_4c1c_8f5e_0c9a3f1d2e4b", "６b1f0f0e-3a52-4c1c-8f5e-0c9a3f1d2e",
    ]
    for value in bad { #expect(await forge.refusal(try forge.token(claim: "sub", value)) == .invalidClaims) }
  }

  @Test("sub of another user: not without the key, and a session of another is not there (404, not 403)")
  func otherUser() async throws {
    let mine = try forge.token()
    let theirs = try forge.token(claim: "sub", .string(TokenForge.bob))
    let (a, b) = (mine.split(separator: "."), theirs.split(separator: "."))
    #expect(await forge.refusal("\(a[0]).\(b[1]).\(a[2])") == .invalidSignature)
    let claims = try await forge.verifier.verify(mine)
    try claims.requireAccess(toSession: "s1", ownedBy: TokenForge.alice)
    let error = #expect(throws: AuthError.self) {
      try claims.requireAccess(toSession: "s1", ownedBy: TokenForge.bob)
    }
    #expect(error?.status == 404)
    let bound = try await forge.verifier.verify(try forge.token(claim: "sid", "s1"))
    try bound.requireAccess(toSession: "s1", ownedBy: TokenForge.alice)
    #expect(throws: AuthError(.notFound)) {
      try bound.requireAccess(toSession: "s2", ownedBy: TokenForge.alice)
    }
  }

  @Test("jti and sid: a short printable text; jti always")
  func names() async throws {
    let bad: [JSONValue] = [.null, "", 1, ["t"], "a b", "\u{0}", .string(String(repeating: "j", count: 129))]
    for value in bad {
      #expect(await forge.refusal(try forge.token(claim: "jti", value)) == .invalidClaims)
      #expect(await forge.refusal(try forge.token(claim: "sid", value)) == .invalidClaims)
    }
    #expect(await forge.refusal(try forge.token(claim: "jti", nil)) == .invalidClaims)
  }

  @Test("claims twice", arguments: ["sub", "scope", "exp", "aud", "iss"])
  func duplicates(claim: String) async throws {
    let value = try #require(forge.claims[claim])
    let payload = String(forge.text(forge.claims).dropLast()) + ",\"\(claim)\":\(value.compact())}"
    #expect(await forge.refusal(try forge.token(payload: payload)) == .malformedToken)
  }

  @Test("a token for one use is refused the second time, until it would be refused anyway")
  func replay() async throws {
    let token = try forge.token()
    #expect(await forge.refusal(token) == nil)
    #expect(await forge.refusal(token, singleUse: true) == nil)
    #expect(await forge.refusal(token, singleUse: true) == .replayedToken)
    let other = try forge.token(claim: "jti", "t-2")
    #expect(await forge.refusal(other, singleUse: true) == nil)
    forge.clock.set(329.9)
    #expect(await forge.refusal(token, singleUse: true) == .replayedToken)
    forge.clock.set(330)
    #expect(await forge.refusal(token, singleUse: true) == .expiredToken)
  }

  @Test("of 100 uses at once one is let in")
  func replayRace() async throws {
    let token = try forge.token()
    let forge = forge
    let admitted = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<100 { group.addTask { await forge.refusal(token, singleUse: true) == nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(admitted == 1)
  }

  @Test("a refused token is not used up, and with the store down nobody uses one")
  func order() async throws {
    let token = try forge.token(claim: "scope", ["coach:read"])
    #expect(await forge.refusal(token, singleUse: true) == .insufficientScope)
    _ = try await forge.verifier.verify(token, scope: "coach:read", singleUse: true)
    let verifier = TokenVerifier(
      keys: VerificationKeys([forge.key]), issuer: TokenForge.issuer, used: BrokenKVStore(),
      clock: forge.clock.clock)
    let code = await Refusal.code { _ = try await verifier.verify(try forge.token(), singleUse: true) }
    #expect(code == .unavailable)
    #expect(AuthError(.unavailable).status == 503)
  }

  @Test("a stream that was opened goes on past the token's end; opening it again needs another token")
  func expiryDuringStream() async throws {
    let token = try forge.token()
    let claims = try await forge.verifier.verify(token)
    forge.clock.advance(400)
    try claims.requireAccess(toSession: "s1", ownedBy: TokenForge.alice)
    #expect(await forge.refusal(token) == .expiredToken)
    #expect(await forge.refusal(try forge.token()) == nil)
  }

  @Test("the Authorization header: one bearer token and nothing else")
  func header() async throws {
    let token = try forge.token()
    #expect(try await forge.verifier.verify(authorization: "bearer  \(token)").id == "t-1")
    for bad in ["", token, "Basic \(token)", "Bearer", "Bearer ", "Bearer \(token) x", "Bearer \(token)\n"] {
      let code = await Refusal.code { _ = try await forge.verifier.verify(authorization: bad) }
      #expect(code == .malformedToken, "\(bad.prefix(12))")
    }
    let missing = await Refusal.code { _ = try await forge.verifier.verify(authorization: nil) }
    #expect(missing == .missingCredentials)
  }

  @Test("errors tell a caller nothing, and a header what RFC 6750 asks for")
  func errors() {
    let codes: [AuthError.Code] = [
      .malformedToken, .unsupportedToken, .unknownKey, .invalidSignature, .wrongIssuer, .wrongAudience,
      .expiredToken, .futureToken, .invalidClaims, .replayedToken,
    ]
    #expect(Set(codes.map { AuthError($0).message }).count == 1)
    for code in codes {
      #expect(AuthError(code).status == 401)
      #expect(AuthError(code).challenge == #"Bearer realm="coach", error="invalid_token""#)
    }
    #expect(AuthError(.missingCredentials).challenge == #"Bearer realm="coach""#)
    #expect(AuthError(.insufficientScope).challengeWord == "insufficient_scope")
    #expect(AuthError(.insufficientScope).status == 403)
    #expect(AuthError(.notFound).challenge == nil)
  }
}

import CoachCore
import Foundation
import Testing

@testable import CoachService

@Suite("Sign-in for development")
struct DevelopmentSignInTests {
  private let time = AuthClock()

  @Test("a fixture user signs in, and the session says who it is")
  func signIn() async throws {
    let signIn = try DevelopmentSignIn(clock: time.clock, makeTenant: { 7 })
    let (user, token) = try signIn.signIn(user: "asha1")
    #expect(try await signIn.verifier.verify(token) == user)
    let fixture = try #require(FixtureSubject(uuid: user.subject))
    #expect(fixture.user == "asha1")
    #expect(fixture.tenant == 7)
    time.set(3_629)
    _ = try await signIn.verifier.verify(token)
    time.set(3_630)
    #expect(await Refusal.code { _ = try await signIn.verifier.verify(token) } == .expiredToken)
  }

  @Test("another process's sessions are no good here, unless the secret is given")
  func secrets() async throws {
    let (one, two) = (try DevelopmentSignIn(clock: time.clock), try DevelopmentSignIn(clock: time.clock))
    let token = try one.signIn(user: "asha").token
    #expect(await Refusal.code { _ = try await two.verifier.verify(token) } == .invalidSignature)
    let secret = [UInt8](repeating: 9, count: 32)
    let three = try DevelopmentSignIn(secret: secret, clock: time.clock)
    let four = try DevelopmentSignIn(secret: secret, clock: time.clock)
    _ = try await four.verifier.verify(try three.signIn(user: "asha").token)
    #expect(throws: KeyError.self) { _ = try DevelopmentSignIn(secret: [1], clock: time.clock) }
  }

  @Test("each sign-in that names no tenant has one of its own; ids and tenants out of range are refused")
  func tenants() throws {
    let signIn = try DevelopmentSignIn(clock: time.clock)
    let subjects = try (0..<100).map { _ in try signIn.signIn(user: "asha").user.subject }
    #expect(Set(subjects).count == 100)
    #expect(throws: AuthError(.invalidClaims)) { _ = try signIn.signIn(user: "Asha") }
    #expect(throws: AuthError(.invalidClaims)) { _ = try signIn.signIn(user: "a", tenant: 1 << 38) }
    let wide = try DevelopmentSignIn(clock: time.clock, makeTenant: { .max })
    _ = try wide.signIn(user: "a")
  }
}

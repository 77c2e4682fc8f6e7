import Testing

@testable import CoachService

@Suite("Secret of scheduled calls")
struct CronSecretTests {
  @Test("only the whole secret as a bearer token")
  func compare() throws {
    let secret = try CronSecret("0123456789abcdef")
    try secret.require(authorization: "Bearer 0123456789abcdef")
    #expect(throws: AuthError(.missingCredentials)) { try secret.require(authorization: nil) }
    for wrong in [
      "", "0123456789abcdef", "Bearer", "Bearer 0123456789abcde", "Bearer 0123456789abcdeff",
      "Bearer 0123456789ABCDEF", "Basic 0123456789abcdef", "Bearer 0123456789abcdef ",
    ] { #expect(throws: AuthError(.wrongSecret), "\(wrong)") { try secret.require(authorization: wrong) } }
  }

  @Test("a secret that is too short or cannot stand in a header is none")
  func forms() {
    for text in ["", "0123456789abcde", "0123456789abcdef x", "0123456789abcdef\n", "0123456789abcdé"] {
      #expect(throws: KeyError.self) { _ = try CronSecret(text) }
    }
  }
}

import Foundation
import JSONKit

extension EngineClaims {
  /// The longest life of a token, in seconds.
  static let maximumLifetime = 600
  private static let maximumScopes = 16

  /// The payload of a token.
  var payload: JSONValue {
    var members: JSONObject = [
      "iss": .string(issuer), "aud": .array(audience.map { .string($0) }), "sub": .string(subject),
      "scope": .array(scope.map { .string($0) }),
    ]
    members["sid"] = session.map { .string($0) }
    members["jti"] = .string(id)
    members["iat"] = .number(JSONNumber(issued))
    members["nbf"] = .number(JSONNumber(notBefore))
    members["exp"] = .number(JSONNumber(expiry))
    return .object(members)
  }

  /// Reads the claims of a token whose signature holds, in the order of domain rules §8.
  init(_ claims: JSONObject, issuer: String, audience: String, at now: Date) throws(AuthError) {
    let reader = ClaimReader(claims: claims)
    try reader.requireIssuer(issuer)
    try reader.requireAudience(audience)
    guard let expiry = try reader.seconds("exp"), let notBefore = try reader.seconds("nbf"),
      let issued = try reader.seconds("iat")
    else { throw AuthError(.invalidClaims) }
    try reader.requireTime(expiry: expiry, notBefore: notBefore, issued: issued, at: now)
    guard (1...Self.maximumLifetime).contains(expiry - issued) else { throw AuthError(.invalidClaims) }
    subject = try reader.subject()
    scope = try Self.scope(claims["scope"])
    session = try reader.word("sid")
    guard let id = try reader.word("jti") else { throw AuthError(.invalidClaims) }
    self.id = id
    self.issuer = issuer
    self.audience = claims["aud"]?.array?.compactMap(\.string) ?? [audience]
    self.issued = issued
    self.notBefore = notBefore
    self.expiry = expiry
  }

  /// Refuses claims without a scope, which must match in every byte.
  func requireScope(_ needed: String) throws(AuthError) {
    guard scope.contains(where: { $0.utf8.elementsEqual(needed.utf8) }) else {
      throw AuthError(.insufficientScope)
    }
  }

  private static func scope(_ claim: JSONValue?) throws(AuthError) -> [String] {
    guard let values = claim?.array, values.count <= maximumScopes else { throw AuthError(.invalidClaims) }
    let scope = values.compactMap(\.string)
    guard scope.count == values.count else { throw AuthError(.invalidClaims) }
    return scope
  }
}

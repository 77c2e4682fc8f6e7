import Foundation
import JSONKit

/// Reads registered claims (RFC 7519 §4.1) of a token whose signature holds.
///
/// Texts compare byte by byte: Swift's `==` would take U+212A for a "K".
struct ClaimReader {
  /// How far the clocks of issuer and reader may stand apart, in seconds.
  static let skewSeconds = 30

  let claims: JSONObject

  /// Refuses a token of another issuer.
  func requireIssuer(_ issuer: String) throws(AuthError) {
    guard let text = claims["iss"]?.string, text.utf8.elementsEqual(issuer.utf8) else {
      throw AuthError(.wrongIssuer)
    }
  }

  /// Refuses a token whose audience, a text or a list of texts, does not hold ours.
  func requireAudience(_ audience: String) throws(AuthError) {
    let names = claims["aud"]?.string.map { [$0] } ?? claims["aud"]?.array?.map(\.string) ?? []
    guard !names.contains(nil), names.contains(where: { $0?.utf8.elementsEqual(audience.utf8) == true })
    else { throw AuthError(.wrongAudience) }
  }

  /// A time in whole seconds since 1970, nil when the claim is absent.
  ///
  /// Written in digits only: `1e3`, `1.0` and `"1"` are other people's readings of a number.
  func seconds(_ name: String) throws(AuthError) -> Int? {
    guard let claim = claims[name] else { return nil }
    guard let text = claim.number?.text, text.utf8.count <= 12,
      text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let seconds = Int(text)
    else { throw AuthError(.invalidClaims) }
    return seconds
  }

  /// Refuses a token whose time has not begun or is over, with ``skewSeconds`` on either side.
  func requireTime(expiry: Int, notBefore: Int?, issued: Int?, at now: Date) throws(AuthError) {
    let now = now.timeIntervalSince1970
    guard now < Double(expiry + Self.skewSeconds) else { throw AuthError(.expiredToken) }
    for start in [notBefore, issued] {
      guard let start else { continue }
      guard Double(start - Self.skewSeconds) <= now else { throw AuthError(.futureToken) }
    }
  }

  /// The subject, which must be a UUID in lower case.
  func subject() throws(AuthError) -> String {
    guard let subject = claims["sub"]?.string, TextForm.isLowercaseUUID(subject) else {
      throw AuthError(.invalidClaims)
    }
    return subject
  }

  /// A short printable text, nil when the claim is absent.
  func word(_ name: String) throws(AuthError) -> String? {
    guard let claim = claims[name] else { return nil }
    guard let text = claim.string, TextForm.isWord(text) else { throw AuthError(.invalidClaims) }
    return text
  }
}

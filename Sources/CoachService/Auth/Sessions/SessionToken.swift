import Foundation
import JSONKit

/// The access token of an end user's session, as a request carries it.
public struct SessionToken: Hashable, Sendable, CustomStringConvertible {
  /// Where a token was found.
  public enum Source: Hashable, Sendable {
    /// In the `Authorization` header, which no foreign page can set.
    case bearer
    /// In a cookie, which browsers send along with other sites' requests: writes must check the request's origin.
    case cookie
  }

  /// The token.
  public let text: String
  /// Where it was found.
  public let source: Source

  /// Where the token was found; never the token.
  public var description: String { "session token (\(source))" }

  /// Finds the token of a request: `Authorization: Bearer`, else the cookies of Supabase.
  ///
  /// Cookies are `sb-access-token`, or `sb-<ref>-auth-token` with the session as JSON, bare or after `base64-`, whole or
  /// in chunks `.0`, `.1`, …
  ///
  /// - Parameters:
  ///   - authorization: the header's value; a scheme other than `Bearer` is somebody else's.
  ///   - cookies: the values of the `Cookie` headers.
  /// - Throws: `AuthError` with `missing_credentials` when there is none, `malformed_token` when there are two to choose
  ///   from or one that cannot be read.
  public static func find(authorization: String?, cookies: [String]) throws(AuthError) -> SessionToken {
    if let authorization, isBearer(authorization) {
      guard let text = bearer(authorization) else { throw AuthError(.malformedToken) }
      return SessionToken(text: text, source: .bearer)
    }
    let jar = try CookieJar(cookies)
    if let text = jar["sb-access-token"], !text.isEmpty { return SessionToken(text: text, source: .cookie) }
    let names = jar.names.compactMap(sessionCookie).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    guard let name = names.first else { throw AuthError(.missingCredentials) }
    // Two projects' sessions in one browser: whose the request is cannot be told.
    guard names.count == 1, let text = accessToken(jar.joined(name)) else { throw AuthError(.malformedToken) }
    return SessionToken(text: text, source: .cookie)
  }

  /// The token of a `Bearer` header (RFC 6750 §2.1), nil when the value is none.
  static func bearer(_ authorization: String) -> String? {
    guard isBearer(authorization) else { return nil }
    let text = authorization.dropFirst("Bearer ".count).drop { $0 == " " }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
    return String(text)
  }

  private static func isBearer(_ authorization: String) -> Bool {
    authorization.utf8.prefix(7).map { $0 | 0x20 }.elementsEqual("bearer ".utf8)
  }

  /// The name of the session cookie that a cookie is, or is a chunk of.
  private static func sessionCookie(_ name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].hasPrefix("sb-"), parts[0].hasSuffix("-auth-token"),
      parts[0].utf8.count > "sb--auth-token".utf8.count
    else { return nil }
    if parts.count == 2 {
      guard let chunk = Int(parts[1]), (0..<CookieJar.maximumChunks).contains(chunk) else { return nil }
    }
    return String(parts[0])
  }

  /// The access token in a session cookie's value.
  private static func accessToken(_ value: String) -> String? {
    let json: [UInt8]
    let prefix = "base64-"
    if value.hasPrefix(prefix) {
      guard let bytes = Base64URL.bytes(value.utf8.dropFirst(prefix.utf8.count)) else { return nil }
      json = bytes
    } else {
      guard let text = value.removingPercentEncoding else { return nil }
      json = Array(text.utf8)
    }
    let options = JSONParser.Options(duplicateKeys: .refuse, maximumDepth: 32)
    guard let session = try? JSONValue(parsing: json, options: options) else { return nil }
    // Sessions were a list that began with the access token before they were an object.
    guard let text = session["access_token"]?.string ?? session[0]?.string, !text.isEmpty else { return nil }
    return text
  }
}

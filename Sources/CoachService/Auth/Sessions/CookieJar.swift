import Foundation

/// The cookies of a request (RFC 6265 §4.2.1).
struct CookieJar {
  static let maximumChunks = 16
  private static let maximumCookies = 128

  private var values: [String: String] = [:]
  private(set) var names: [String] = []

  /// Reads the values of `Cookie` headers.
  ///
  /// A name that comes twice with two values is refused: a page of a neighbouring host can add cookies of its own, and
  /// which of the two is ours cannot be told. Names of others may do so.
  init(_ headers: [String]) throws(AuthError) {
    for pair in headers.flatMap({ $0.split(separator: ";") }) {
      guard let equals = pair.firstIndex(of: "=") else { continue }
      let name = pair[..<equals].trimmingCharacters(in: .whitespaces)
      var value = pair[pair.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      guard name.hasPrefix("sb-") else { continue }
      guard values[name].map({ $0 == value }) ?? true else { throw AuthError(.malformedToken) }
      if values.updateValue(value, forKey: name) == nil { names.append(name) }
      guard names.count <= Self.maximumCookies else { throw AuthError(.malformedToken) }
    }
  }

  /// The value of a cookie.
  subscript(name: String) -> String? { values[name] }

  /// The value of a cookie, or of its chunks in their order up to the first that is missing.
  func joined(_ name: String) -> String {
    if let value = values[name], !value.isEmpty { return value }
    var joined = ""
    for chunk in 0..<Self.maximumChunks {
      guard let value = values["\(name).\(chunk)"] else { break }
      joined += value
    }
    return joined
  }
}

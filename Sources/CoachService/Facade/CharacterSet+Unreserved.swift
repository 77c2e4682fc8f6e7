import Foundation

extension CharacterSet {
  /// What needs no encoding anywhere in a URI (RFC 3986 §2.3).
  static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

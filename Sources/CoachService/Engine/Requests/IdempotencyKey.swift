import HTTPTypes
import Hummingbird

/// The header that makes repeats of a request one request.
enum IdempotencyKey {
  // swift-format-ignore: NeverForceUnwrap
  static let field = HTTPField.Name("Idempotency-Key")!

  /// The key of a request; nil when it has none.
  ///
  /// - Throws: `Problem` with status 400 for a key that is not of 8 to 128 visible ASCII characters.
  static func read(_ request: Request) throws -> String? {
    guard let key = request.headers[field] else { return nil }
    guard (8...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw Problem.badRequest("Idempotency-Key has 8 to 128 visible characters")
    }
    return key
  }
}

import CoachCore
import CoachService
import Crypto
import Foundation

/// The key and the secret of one run, in its folder: the engine makes them, the façade reads them.
struct RunSecrets {
  static let issuer = "urn:coach:benchmark"

  let signer: TokenSigner
  let signIn: DevelopmentSignIn

  /// Makes new ones and writes them.
  static func make(in folder: URL) throws -> RunSecrets {
    try Data(P256.Signing.PrivateKey().pemRepresentation.utf8).write(to: folder.appending(path: "key.pem"))
    let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    try secret.write(to: folder.appending(path: "session.secret"))
    return try RunSecrets(in: folder)
  }

  /// Reads those of a run.
  init(in folder: URL) throws {
    let pem = try String(contentsOf: folder.appending(path: "key.pem"), encoding: .utf8)
    guard let key = try SigningKey.keys(pem: pem).first else { throw BenchmarkError("key.pem holds no key") }
    signer = TokenSigner(
      keys: try SigningKeys(key), issuer: Self.issuer, lifetime: 600, clock: .system,
      makeID: { UUID().uuidString.lowercased() })
    let secret = try Data(contentsOf: folder.appending(path: "session.secret"))
    signIn = try DevelopmentSignIn(secret: Array(secret), clock: .system)
  }
}

import Crypto
import Foundation

/// A façade and an engine over the project's fixtures, each a process of its own.
struct ServedProject: Sendable {
  let engine: ServerProcess
  let facade: ServerProcess
  let key: P256.Signing.PrivateKey

  var url: String { facade.urls["facade"] ?? "" }

  /// Starts both; the engine believes the façade's public key.
  ///
  /// - Parameters:
  ///   - store: the file sessions are kept in; nil for memory.
  ///   - arguments: what both are told beside.
  ///   - environment: what is set for both beside what they need.
  static func start(
    in folder: URL, store: String? = nil, arguments: [String] = [], environment: [String: String] = [:]
  ) async throws -> ServedProject {
    let key = P256.Signing.PrivateKey()
    let engine = try await engine(
      ["--port", "0"] + (store.map { ["--store", $0] } ?? []) + arguments, key: key, in: folder,
      environment: environment)
    let facade = try await ServerProcess(
      [
        "--role", "facade", "--fixtures", "fixtures", "--port", "0", "--engine-url",
        engine.urls["engine"] ?? "",
      ] + arguments, in: folder,
      environment: environment.merging(["AICOACH_JWT_PRIVATE_KEY": key.pemRepresentation]) { $1 })
    return ServedProject(engine: engine, facade: facade, key: key)
  }

  static func engine(
    _ arguments: [String], key: P256.Signing.PrivateKey, in folder: URL, environment: [String: String] = [:]
  ) async throws -> ServerProcess {
    try await ServerProcess(
      ["--role", "engine", "--fixtures", "fixtures", "--as-of", "2026-08-14"] + arguments, in: folder,
      environment: environment.merging(["AICOACH_JWT_PUBLIC_KEY": key.publicKey.pemRepresentation]) { $1 })
  }

  /// Ends both as an operator does.
  func stop() async {
    for server in [facade, engine] {
      server.signal(SIGTERM)
      _ = await server.ended()
    }
  }
}

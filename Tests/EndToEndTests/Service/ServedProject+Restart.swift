import Foundation

extension ServedProject {
  /// The same façade before a new engine at the old one's address.
  func restartEngine(in folder: URL, store: String) async throws -> ServedProject {
    let port = engine.urls["engine"].flatMap { URL(string: $0)?.port } ?? 0
    let engine = try await Self.engine(["--port", "\(port)", "--store", store], key: key, in: folder)
    return ServedProject(engine: engine, facade: facade, key: key)
  }
}

import Crypto
import Foundation

/// A façade and an engine in two processes, on free ports, with keys and a store of their own.
actor ServerPair {
  /// Where the façade listens.
  nonisolated let url: String
  private nonisolated let facade: ServerProcess
  private var engine: ServerProcess
  private let folder: URL
  private let logs: String
  private let publicKey: String
  private let fixtures: URL
  private let think: Duration
  private let settings: [String: String]

  /// Starts both.
  ///
  /// - Parameters:
  ///   - logs: the folder their logs are kept in.
  ///   - think: how long the engine's model takes for an answer.
  ///   - settings: variables of the service's environment for both.
  /// - Throws: `SoakError` with code `server_failed`.
  init(
    project: Project, logs: String, think: Duration = .zero, settings: [String: String] = [:]
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "workbench-soak-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let key = P256.Signing.PrivateKey()
    let fixtures = project.root.appending(path: "fixtures")
    let publicKey = key.publicKey.pemRepresentation
    let engine = try await Self.engine(
      port: "0", publicKey: publicKey, fixtures: fixtures, folder: folder, logs: logs, think: think,
      settings: settings)
    do {
      facade = try await ServerProcess.start(
        ["--role", "facade", "--port", "0", "--engine-url", engine.url, "--fixtures", fixtures.path],
        environment: settings.merging(["AICOACH_JWT_PRIVATE_KEY": key.pemRepresentation]) { $1 }, in: folder,
        log: "\(logs)/facade.log")
    } catch {
      await engine.stop()
      throw error
    }
    url = facade.url
    self.engine = engine
    self.folder = folder
    self.logs = logs
    self.publicKey = publicKey
    self.fixtures = fixtures
    self.think = think
    self.settings = settings
  }

  private static func engine(
    port: String, publicKey: String, fixtures: URL, folder: URL, logs: String, think: Duration,
    settings: [String: String]
  ) async throws -> ServerProcess {
    try await ServerProcess.start(
      [
        "--role", "engine", "--port", port, "--fixtures", fixtures.path, "--store",
        folder.appending(path: "coach.sqlite").path,
      ] + (think > .zero ? ["--think", "\(think.wholeNanoseconds / 1_000_000)ms"] : []),
      environment: settings.merging(["AICOACH_JWT_PUBLIC_KEY": publicKey]) { $1 }, in: folder,
      log: "\(logs)/engine.log")
  }

  /// What both use now; nil for one that is gone.
  func usage() -> (facade: ProcessUsage?, engine: ProcessUsage?) {
    (ProcessUsage.of(facade.pid), ProcessUsage.of(engine.pid))
  }

  /// Where both are now.
  func places() -> (facade: (url: String, pid: Int32), engine: (url: String, pid: Int32)) {
    ((facade.url, facade.pid), (engine.url, engine.pid))
  }

  /// Ends both and removes the store.
  func stop() async {
    await facade.stop()
    await engine.stop()
    try? FileManager.default.removeItem(at: folder)
  }
}

extension ServerPair {
  /// Ends the engine without a word and starts another on the same port and store.
  func killEngine() async throws {
    await engine.kill()
    guard let port = URL(string: engine.url)?.port else { return }
    engine = try await Self.engine(
      port: String(port), publicKey: publicKey, fixtures: fixtures, folder: folder, logs: logs, think: think,
      settings: settings)
  }

  /// Holds the engine still for a while, as a machine without time for it does.
  func pauseEngine(for duration: Duration) async {
    let paused = engine
    paused.signal(SIGSTOP)
    try? await Task.sleep(for: duration)
    paused.signal(SIGCONT)
  }
}

import Glibc
import NIOCore
import ServiceLifecycle

/// A server whose failure to listen is told by place rather than by system call.
struct ListeningService<Server: Service>: Service {
  let server: Server
  let host: String
  let port: Int

  func run() async throws {
    do {
      try await server.run()
    } catch let error as IOError {
      throw ListenError(host: host, port: port, isTaken: error.errnoCode == EADDRINUSE, cause: error)
    }
  }
}

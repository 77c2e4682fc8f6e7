import Glibc

/// A detached thread that runs one closure.
enum CurlThread {
  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts the thread.
  static func start(_ body: @escaping @Sendable () -> Void) throws(TransportError) {
    let start = Unmanaged.passRetained(Start(body))
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { context in
        // OpenSSL writes without MSG_NOSIGNAL: a peer that is gone must not end the process.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        if let context { Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, start.toOpaque())
    guard result == 0 else {
      start.release()
      errno = result
      throw .system("pthread_create")
    }
    pthread_detach(thread)
  }
}

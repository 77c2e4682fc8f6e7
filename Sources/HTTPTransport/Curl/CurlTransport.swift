import CCurl
import Glibc
import Synchronization

/// HTTP/1.1 over libcurl: all transfers on one thread, driven by `curl_multi_socket_action` and epoll.
///
/// Connections are kept and reused. A pooled connection that turns out dead before any answer is replaced once
/// if the request is repeatable. The thread ends with ``shutDown()`` or with the last reference.
public final class CurlTransport: Transport {
  let inbox: CurlInbox
  private let configuration: CurlConfiguration
  private let lastID = Atomic<UInt64>(0)

  /// Starts the thread.
  ///
  /// - Throws: ``TransportError/Code/failed`` when the system has no thread or descriptor for it.
  public init(_ configuration: CurlConfiguration = .init()) throws(TransportError) {
    guard Self.librarySetUp == CURLE_OK else {
      throw TransportError(.failed, "libcurl could not set itself up.")
    }
    self.configuration = configuration
    let inbox = try CurlInbox()
    self.inbox = inbox
    try CurlThread.start { CurlTransport.serve(inbox, configuration) }
  }

  deinit { inbox.post(.shutDown) }

  /// Sends a request on the thread and returns once the head of the answer is there.
  public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let exchange = CurlExchange(
      id: nextID(), inbox: inbox, bufferedBytes: max(1, configuration.bufferedBytes))
    try submit(.http(request, exchange))
    return try await exchange.response()
  }

  /// Ends all transfers and the thread; returns when both are gone.
  ///
  /// Requests after it fail with `shut_down`.
  public func shutDown() async {
    inbox.post(.shutDown)
    await inbox.closed()
  }

  /// Runs `body` with a transport and shuts it down afterwards, however `body` ends.
  public static func withTransport<Value>(
    _ configuration: CurlConfiguration = .init(), isolation: isolated (any Actor)? = #isolation,
    _ body: (CurlTransport) async throws -> Value
  ) async throws -> Value {
    let transport = try CurlTransport(configuration)
    do {
      let value = try await body(transport)
      await transport.shutDown()
      return value
    } catch {
      await transport.shutDown()
      throw error
    }
  }

  /// A number no other transfer of this transport has; never 0, which libcurl could not tell from none.
  func nextID() -> UInt64 { lastID.add(1, ordering: .relaxed).newValue }

  /// Passes a job to the thread.
  func submit(_ job: CurlJob) throws(TransportError) {
    guard inbox.post(.start(job)) else {
      throw TransportError(.shutDown, "The transport was shut down; make a new one.")
    }
  }

  /// The thread's whole life.
  private static func serve(_ inbox: CurlInbox, _ configuration: CurlConfiguration) {
    var failure = TransportError(.shutDown, "The transport was shut down; make a new one.")
    do throws(TransportError) {
      try CurlReactor(inbox: inbox, configuration: configuration).run()
    } catch {
      failure = error
    }
    for case .start(let job) in inbox.closeForGood() { job.fail(failure) }
  }

  /// libcurl wants to be set up once in a process, before its first use.
  private static let librarySetUp = curl_global_init(Int(CURL_GLOBAL_SSL))
}

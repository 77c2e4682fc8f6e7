import HTTPTransport
import Synchronization

/// Notes when streams of one session are answered, on the way of its requests to the shared transport.
final class WatchedTransport: Transport {
  struct Seen: Sendable {
    /// When the first head of a stream came.
    var firstHead: UInt64?
    var openings = 0
    var refusals = 0
  }

  private let transport: any Transport
  private let now: @Sendable () -> UInt64
  private let state = Mutex(Seen())
  /// The stream that was opened last.
  private let stream = Mutex<CuttableBody?>(nil)

  /// - Parameter now: nanoseconds of the soak's clock.
  init(_ transport: any Transport, now: @escaping @Sendable () -> UInt64) {
    self.transport = transport
    self.now = now
  }

  var seen: Seen { state.withLock { $0 } }

  /// Cuts the connection of the stream that is open; one that has ended is not touched by it.
  func cut() { stream.withLock { $0 }?.cut() }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let response: TransportResponse
    let isStream = request.method == "GET"
    do throws(TransportError) {
      response = try await transport.send(request)
    } catch {
      if isStream { state.withLock { $0.refusals += 1 } }
      throw error
    }
    guard isStream else { return response }
    let time = now()
    state.withLock { seen in
      if response.status == 200 {
        seen.openings += 1
        seen.firstHead = seen.firstHead ?? time
      } else {
        seen.refusals += 1
      }
    }
    guard response.status == 200 else { return response }
    let body = CuttableBody(response.body)
    stream.withLock { $0 = body }
    return TransportResponse(
      status: response.status, headers: response.headers, body: TransportBody(source: body),
      timings: response.timings)
  }
}

import CCurl

/// One HTTP exchange on the curl thread: configures the handle and feeds its answer into the exchange.
final class HTTPTransfer: CurlTransfer {
  let easy: CurlEasy
  var clock: PhaseClock
  var failure: TransportError?
  var deadlineMoved: (() -> Void)?

  private let request: TransportRequest
  private let exchange: CurlExchange
  private var head = ResponseHead()
  private var isHeadDelivered = false
  private var connections = 0

  init(
    _ request: TransportRequest, exchange: CurlExchange, configuration: CurlConfiguration
  ) throws(TransportError) {
    self.request = request
    self.exchange = exchange
    easy = try CurlEasy()
    clock = PhaseClock(request.limits, now: MonotonicTime.now)
    easy.configure(schemes: "http,https", configuration)
    try easy.configure(request)
    attachCallbacks()
  }

  var place: String { "\(request.method) \(request.loggableURL)" }

  func outcome(_ result: CURLcode) -> TransportError? {
    .curl(
      result, detail: easy.errorDetail, place: place, phase: clock.current(at: MonotonicTime.now))
  }

  func conclude(_ failure: TransportError?) {
    exchange.finish(failure, timings: easy.timings)
  }

  // MARK: Callbacks

  /// A connection is there and the request about to be written; false to give up.
  ///
  /// libcurl calls again when it replaces a pooled connection that turned out dead, and for a redirect. Behind a server
  /// that was started again every pooled connection is dead; libcurl itself gives up after five.
  func willSend() -> Bool {
    connections += 1
    guard connections == 1 || request.isRepeatable else {
      failure = TransportError(
        .closed,
        "\(place): the pooled connection was closed by the peer before any answer; whether "
          + "the request was carried out is unknown, and it is not marked as repeatable.")
      return false
    }
    clock.connected(at: MonotonicTime.now)
    deadlineMoved?()
    return true
  }

  /// A line of the head came; false to give up.
  func receiveHeadLine(_ line: UnsafeRawBufferPointer) -> Bool {
    guard head.append(line, limit: request.limits.headBytes) else {
      failure = TransportError(
        .tooLarge, "\(place): the head has more than \(request.limits.headBytes) bytes.")
      return false
    }
    if head.isComplete, !isHeadDelivered { headCame() }
    return true
  }

  /// Bytes of the body came.
  func receiveBody(_ bytes: UnsafeRawBufferPointer) -> BodyBuffer.Offer {
    let offer = exchange.offer(bytes)
    switch offer {
    case .taken: clock.bytesCame(at: MonotonicTime.now)
    case .pause: clock.pause()
    case .abandoned: break
    }
    return offer
  }

  private func headCame() {
    let isRedirected = request.redirects > 0 && head.isRedirect
    if head.status < 200 || isRedirected {
      if isRedirected { connections = 0 }
      head = ResponseHead()
      return
    }
    isHeadDelivered = true
    clock.headCame(at: MonotonicTime.now)
    deadlineMoved?()
    exchange.deliver(
      TransportResponse(
        status: head.status, headers: head.headers,
        body: TransportBody(source: exchange, limit: request.limits.bodyBytes), timings: easy.timings))
  }

  private func attachCallbacks() {
    // Unretained: the reactor holds the transfer until after its handle has left libcurl.
    let context = Unmanaged.passUnretained(self).toOpaque()
    for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_PREREQDATA] {
      curl_shim_set_pointer(easy.handle, option, context)
    }
    curl_shim_set_prerequest_callback(easy.handle) { context, _, _, _, _ in
      HTTPTransfer.at(context).willSend() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
    }
    curl_shim_set_data_callback(easy.handle, CURLOPT_HEADERFUNCTION) { data, size, count, context in
      let line = UnsafeRawBufferPointer(start: data, count: size * count)
      return HTTPTransfer.at(context).receiveHeadLine(line) ? line.count : 0
    }
    curl_shim_set_data_callback(easy.handle, CURLOPT_WRITEFUNCTION) { data, size, count, context in
      let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
      return switch HTTPTransfer.at(context).receiveBody(bytes) {
      case .taken: bytes.count
      case .pause: Int(CURL_WRITEFUNC_PAUSE)
      case .abandoned: 0
      }
    }
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> HTTPTransfer {
    guard let context else { preconditionFailure("libcurl called back without the context it was given") }
    return Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  }
}

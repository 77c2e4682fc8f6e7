/// What a transfer is started from, on its way to the curl thread.
enum CurlJob: Sendable {
  case http(TransportRequest, CurlExchange)
  case mail(MailMessage, MailRelay, MailDelivery)

  var id: UInt64 {
    switch self {
    case .http(_, let exchange): exchange.id
    case .mail(_, _, let delivery): delivery.id
    }
  }

  /// The transfer of this job; only the curl thread makes one.
  func makeTransfer(_ configuration: CurlConfiguration) throws(TransportError) -> any CurlTransfer {
    switch self {
    case .http(let request, let exchange):
      try HTTPTransfer(request, exchange: exchange, configuration: configuration)
    case .mail(let message, let relay, let delivery):
      try MailTransfer(message, relay: relay, delivery: delivery, configuration: configuration)
    }
  }

  /// Tells the one who waits that it failed before it began.
  func fail(_ error: TransportError) {
    switch self {
    case .http(_, let exchange): exchange.finish(error, timings: nil)
    case .mail(_, _, let delivery): delivery.finish(.failure(error))
    }
  }
}

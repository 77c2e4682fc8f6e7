/// One HTTP/1.1 request.
public struct TransportRequest: Sendable {
  /// The method: a token of RFC 9110 §5.6.2, `GET` by default.
  public var method: String

  /// An absolute `http` or `https` URL without user information.
  public var url: String

  /// Header fields; `Content-Length`, `Transfer-Encoding` and `Expect` belong to the transport and are refused.
  public var headers: TransportHeaders

  /// The bytes of the body, if it has one.
  public var body: [UInt8]?

  /// How long each phase may last and how much may come back.
  public var limits: TransportLimits

  /// Whether sending it twice does what sending it once does, so that a dead pooled connection may be replaced.
  ///
  /// By default true of the idempotent methods (RFC 9110 §9.2.2) and of requests with an `Idempotency-Key`.
  public var isRepeatable: Bool

  /// How many redirects may be followed; 0 hands a 3xx out as any other answer.
  public var redirects: Int

  /// Creates a request.
  public init(
    method: String = "GET", url: String, headers: TransportHeaders = .init(), body: [UInt8]? = nil,
    limits: TransportLimits = .init(), isRepeatable: Bool? = nil, redirects: Int = 0
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.limits = limits
    self.isRepeatable =
      isRepeatable
      ?? (["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"].contains(method)
        || headers["Idempotency-Key"] != nil)
    self.redirects = redirects
  }

  /// Its URL without user information, query and fragment, which may hold secrets: fit for messages and logs.
  public var loggableURL: String {
    let visible = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let at = visible.lastIndex(of: UInt8(ascii: "@")) else {
      return String(decoding: visible, as: UTF8.self)
    }
    return "…@" + String(decoding: visible[visible.index(after: at)...], as: UTF8.self)
  }
}

import CCurl

extension CurlEasy {
  /// Sets a handle up for a request.
  ///
  /// - Throws: ``TransportError/Code/invalidRequest`` for what cannot be sent as it is.
  func configure(_ request: TransportRequest) throws(TransportError) {
    try Self.check(request)
    set(CURLOPT_URL, request.url)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    set(CURLOPT_FOLLOWLOCATION, request.redirects > 0 ? 1 : 0)
    set(CURLOPT_MAXREDIRS, request.redirects)
    setMethod(request)
    set(CURLOPT_HTTPHEADER, Self.lines(request))
  }

  private func setMethod(_ request: TransportRequest) {
    switch (request.method, request.body) {
    case ("GET", nil): set(CURLOPT_HTTPGET, 1)
    case ("HEAD", nil): set(CURLOPT_NOBODY, 1)
    case ("POST", let body): setBody(body ?? [])
    case (let method, let body):
      if let body { setBody(body) }
      set(CURLOPT_CUSTOMREQUEST, method)
    }
  }

  private static func check(_ request: TransportRequest) throws(TransportError) {
    guard HeaderSyntax.isToken(request.method) else {
      throw TransportError(.invalidRequest, "The method is not a token (RFC 9110 §5.6.2).")
    }
    guard request.url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else {
      throw TransportError(.invalidRequest, "The URL holds a blank or control character; percent-encode it.")
    }
    let scheme = request.url.prefix(8).lowercased()
    guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://") else {
      throw TransportError(.invalidRequest, "The URL is not an absolute one of http or https.")
    }
    for name in ["Content-Length", "Transfer-Encoding", "Expect"] where request.headers[name] != nil {
      throw TransportError(.invalidRequest, "The header \(name) is the transport's to set; take it out.")
    }
  }

  /// The fields as libcurl wants them; a name without a value takes one of libcurl's own away.
  private static func lines(_ request: TransportRequest) -> [String] {
    var lines = ["Expect:"]
    if request.headers["Content-Type"] == nil { lines.append("Content-Type:") }
    for field in request.headers.fields {
      lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
    }
    return lines
  }
}

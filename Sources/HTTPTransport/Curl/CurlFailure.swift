import CCurl
import Glibc

/// What libcurl or the system said.
struct CurlFailure: Error, CustomStringConvertible {
  /// libcurl's code, or errno.
  let number: Int
  let description: String
}

extension TransportError {
  /// The failure of a system call, from `errno`.
  static func system(_ call: String) -> TransportError {
    let number = Int(errno)
    let text = String(cString: strerror(Int32(number)))
    return TransportError(
      .failed, "\(call) failed: \(text).", cause: CurlFailure(number: number, description: text))
  }

  /// What a code of libcurl means, or nil for a good end.
  ///
  /// - Parameters:
  ///   - detail: libcurl's own words for it, which may be empty.
  ///   - place: where it happened, fit for a log.
  ///   - phase: the phase a time-out belongs to.
  static func curl(
    _ result: CURLcode, detail: String, place: String, phase: TransportPhase
  ) -> TransportError? {
    guard result != CURLE_OK else { return nil }
    let text = detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail
    let code = code(of: result, detail: text)
    return TransportError(
      code, "\(place): \(text).", phase: code == .timedOut ? phase : nil,
      cause: CurlFailure(
        number: Int(result.rawValue), description: String(cString: curl_easy_strerror(result))))
  }

  private static func code(of result: CURLcode, detail: String) -> Code {
    switch result {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      .couldNotConnect
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR, CURLE_USE_SSL_FAILED:
      .tls
    // A chunk that is none comes as an error of receiving; only the words tell.
    case CURLE_RECV_ERROR where detail.lowercased().contains("chunk"): .malformed
    case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE: .closed
    case CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_BAD_CONTENT_ENCODING, CURLE_UNSUPPORTED_PROTOCOL:
      .malformed
    case CURLE_TOO_MANY_REDIRECTS: .tooManyRedirects
    case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: .invalidRequest
    default: .failed
    }
  }
}

import Hummingbird

extension Problem {
  /// What a caller is told who is not let in: the same for every fault of one kind.
  init(_ error: AuthError) {
    var headers = HTTPFields()
    headers[.wwwAuthenticate] = error.challenge
    if error.status == 503 { headers[.retryAfter] = "1" }
    self.init(
      HTTPResponse.Status(code: error.status), Self.publicCode(error), error.message, headers: headers)
  }

  /// Which check a token failed at is for the log alone.
  private static func publicCode(_ error: AuthError) -> String {
    switch error.status {
    case 401: "unauthenticated"
    case 403: "forbidden"
    case 404: "not_found"
    default: error.code.description
    }
  }
}

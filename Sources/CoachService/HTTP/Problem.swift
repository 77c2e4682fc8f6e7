public import HTTPTypes
public import Hummingbird
import JSONKit

/// An answer that is no success, as problem details (RFC 9457).
///
/// Its words are for the caller: they never hold a token, a key, personal data or the text of an inner error.
public struct Problem: HTTPResponseError {
  /// The status it is sent under.
  public let status: HTTPResponse.Status
  /// A bounded code, safe as a metric label.
  public let code: String
  /// What, where, and what to do.
  public let detail: String
  /// Headers that belong to it, for example `Retry-After`.
  public var headers: HTTPFields
  /// What a caller may read beside the standard members.
  var members: JSONObject = [:]

  /// Describes what went wrong.
  public init(
    _ status: HTTPResponse.Status, _ code: String, _ detail: String, headers: HTTPFields = [:]
  ) {
    self.status = status
    self.code = code
    self.detail = detail
    self.headers = headers
  }

  /// The document: `type`, `title`, `status`, `detail` and `code`, then what else belongs to it.
  var json: JSONValue {
    var object: JSONObject = [
      "type": .string("urn:aicoach:problem:\(code)"), "title": .string(Self.title(of: status.code)),
      "status": .number(JSONNumber(status.code)), "detail": .string(detail), "code": .string(code),
    ]
    for (key, value) in members { object[key] = value }
    return .object(object)
  }

  /// The problem as a response.
  public func response(from request: Request, context: some RequestContext) -> Response { response }

  var response: Response {
    var response = Response(json, status: status, type: "application/problem+json")
    for field in headers { response.headers[field.name] = field.value }
    return response
  }

  /// The reason phrases of RFC 9110 §15; a status that came over the wire has none of its own.
  private static func title(of status: Int) -> String {
    switch status {
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 409: "Conflict"
    case 413: "Content Too Large"
    case 415: "Unsupported Media Type"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    default: status < 500 ? "Client Error" : "Internal Server Error"
    }
  }

  static func badRequest(_ detail: String, code: String = "invalid_request") -> Problem {
    Problem(.badRequest, code, detail)
  }

  static let notFound = Problem(.notFound, "not_found", "there is nothing here under this address")

  static let stopping = unavailable("stopping", "the service stops; try again", retryAfter: 1)

  /// The service cannot do it now.
  static func unavailable(_ code: String, _ detail: String, retryAfter seconds: Int) -> Problem {
    Problem(.serviceUnavailable, code, detail, headers: [.retryAfter: String(seconds)])
  }
}

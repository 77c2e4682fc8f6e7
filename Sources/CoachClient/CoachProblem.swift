import HTTPTransport
public import JSONKit

/// What a server says about an error (RFC 9457), in the members the coach uses.
public struct CoachProblem: Error, Sendable {
  /// The kind of problem, a URI reference.
  public let type: String?
  /// The kind in words.
  public let title: String?
  /// This one in words.
  public let detail: String?
  /// The kind as a word for programs.
  public let code: String?

  /// Reads one; what is missing or of another type is nil.
  public init(_ json: JSONValue) {
    type = json["type"]?.string
    title = json["title"]?.string
    detail = json["detail"]?.string
    code = json["code"]?.string
  }
}

extension CoachClientError {
  /// What a status other than the one awaited means.
  ///
  /// - Parameter body: the bytes of a problem; anything else is passed over.
  static func status(_ status: Int, call: String, body: [UInt8]) -> CoachClientError {
    let problem = (try? JSONValue(parsing: body)).map(CoachProblem.init)
    let said = [problem?.title, problem?.detail].compactMap(\.self).joined(separator: ": ")
    // A server's text may be long; it is cut, so that no message grows with it.
    let words = said.isEmpty ? "" : " (\(said.prefix(300)))"
    return CoachClientError(
      code(status), "\(call) was answered with \(status)\(words).", status: status, cause: problem)
  }

  private static func code(_ status: Int) -> Code {
    switch status {
    case 401: .unauthorized
    case 403: .forbidden
    case 404: .notFound
    case 409: .conflict
    case 429: .rateLimited
    case 400..<500: .badRequest
    case 500..<600: .unavailable
    default: .malformedAnswer
    }
  }
}

import Hummingbird
import JSONKit
import NIOCore

extension Request {
  /// The body as a JSON object without repeated keys.
  ///
  /// - Parameter limit: the most bytes it may have.
  /// - Throws: `Problem` with status 415 for another type of content, 400 for what is no such object, or
  ///   `NIOTooManyBytesError`.
  func jsonObject(upTo limit: Int) async throws -> JSONObject {
    guard let type = headers[.contentType].flatMap(MediaType.init(from:)), type.isType(.applicationJson)
    else {
      throw Problem(.unsupportedMediaType, "unsupported_media_type", "send the body as application/json")
    }
    let body = try await body.collect(upTo: limit)
    do {
      let json = try JSONParser(options: .init(duplicateKeys: .refuse, maximumDepth: 32))
        .parse(body.readableBytesView)
      guard let object = json.object else {
        throw Problem.badRequest("the body is \(json.typeName), not an object")
      }
      return object
    } catch let error as JSONParseError {
      throw Problem.badRequest("the body is not JSON: \(error.code) at byte \(error.offset)")
    }
  }
}

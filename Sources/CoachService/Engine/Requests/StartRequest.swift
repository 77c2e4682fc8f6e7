import CoachCore
import Finance
import JSONKit

/// A request for a session as it comes over the wire: `{trigger?, as_of?, scope?, options?}`; who asks is in the token.
struct StartRequest: Sendable {
  private let body: JSONObject

  /// Takes a body that follows the API document.
  init(_ body: JSONObject) {
    self.body = body
  }

  /// The request in the coach's own terms.
  ///
  /// - Parameters:
  ///   - user: who asks.
  ///   - day: the date to value portfolios on when the request names none.
  ///   - idempotencyKey: what tells a repeat from a new request.
  /// - Throws: `Problem` with status 400 for a member the contract refuses still.
  func request(for user: String, on day: CivilDate, idempotencyKey: String?) throws -> CoachRequest {
    let standard = CoachRequest.Options()
    var options = body["options"]?.object ?? [:]
    options["variant"] = options["variant"] ?? .string(standard.variant)
    options["model"] = options["model"] ?? .string(standard.model)
    var request: JSONObject = [
      "user": .string(user),
      "trigger": body["trigger"] ?? .string(CoachRequest.Trigger.onDemand.rawValue),
      "as_of": body["as_of"] ?? .string(day.description), "scope": body["scope"] ?? [],
      "options": .object(options),
    ]
    request["idempotency_key"] = idempotencyKey.map { .string($0) }
    do {
      return try JSONValueDecoder().decode(CoachRequest.self, from: .object(request))
    } catch {
      throw Problem.badRequest("the request is not what the contract says: \(error)")
    }
  }
}

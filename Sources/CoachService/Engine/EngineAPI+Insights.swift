import CoachCore
import Hummingbird
import JSONKit

extension EngineAPI {
  /// A page of what was published for the user.
  func insights(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryItems(request, knowing: ["session_id", "limit", "cursor"])
    let owner = Principal(user: try context.authenticated())
    let limit = try query.integer("limit", in: 1...100) ?? 20
    let cursor = try query["cursor"].map { text in
      guard let cursor = ArtifactCursor(text) else {
        throw Problem.badRequest("cursor is not one of a page before", code: "invalid_cursor")
      }
      return cursor
    }
    if let session = query["session_id"], try store.session(session, as: owner) == nil {
      throw Problem.notFound
    }
    // One more than is shown tells whether there is a next page.
    let found = try store.publishedArtifacts(
      session: query["session_id"], after: cursor, limit: limit + 1, as: owner)
    let shown = found.prefix(limit)
    var page: JSONObject = ["items": .array(try shown.map(Self.json))]
    if found.count > limit, let last = shown.last { page["next_cursor"] = .string(last.cursor.description) }
    return Response(.object(page))
  }

  private static func json(_ published: PublishedArtifact) throws -> JSONValue {
    var item: JSONObject = [
      "session_id": .string(published.session),
      "kind": published.status == nil ? "insight" : "recommendation", "artifact": published.artifact,
    ]
    item["status"] = published.status.map { .string($0.rawValue) }
    item["feedback"] = try published.feedback.map { try JSONValueEncoder().encode($0) }
    return .object(item)
  }
}

import CoachCore
import CoachService
import Foundation
import JSONKit

/// The suite that disliked sessions make.
struct FeedbackSuite: Sendable {
  /// The cases, the session disliked last first.
  private(set) var cases: [FeedbackCase] = []
  /// Why sessions were left out, one sentence each.
  private(set) var leftOut: [String] = []

  /// Reads up to `limit` disliked sessions of a store.
  ///
  /// - Parameter portfolios: the portfolio's file by the fixture user's id.
  init(
    of store: SQLiteCoachStore, limit: Int, portfolios: [String: String]
  ) throws(CoachError) {
    var order: [String] = []
    var bySession: [String: [Dislike]] = [:]
    for dislike in try store.dislikes(limit: .max) {
      if bySession[dislike.session] == nil { order.append(dislike.session) }
      bySession[dislike.session, default: []].append(dislike)
    }
    for session in order.prefix(limit) {
      guard let dislikes = bySession[session], let user = dislikes.first?.user else { continue }
      guard let portfolio = portfolios[FixtureSubject(uuid: user)?.user ?? user] else {
        leftOut.append("session \(session): its investor has no portfolio in fixtures/portfolios")
        continue
      }
      guard let request = try store.openingRequest(ofSession: session, as: .service(for: user)) else {
        leftOut.append("session \(session): its journal does not hold its request")
        continue
      }
      cases.append(
        FeedbackCase(session: session, request: request, portfolio: portfolio, dislikes: dislikes))
    }
  }

  /// The suite file.
  var yaml: String {
    """
    # Sessions investors disliked, from the feedback of a coach store.
    suite: feedback
    description: sessions with an artifact that was disliked, each over the portfolio it was told of

    checks:
      standard: [schema, facts, grounded, guardrails, forbidden]

    cases:

    """ + cases.map(\.yaml).joined(separator: "\n")
  }

  /// The portfolio files of a project by the id of their user; of two of one user, the first by name.
  static func portfolios(in project: Project) -> [String: String] {
    let folder = project.file("fixtures/portfolios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
    var files: [String: String] = [:]
    for name in names where name.hasSuffix(".json") {
      guard let text = try? project.text(folder.appending(path: name)),
        let user = (try? JSONValue(parsing: text))?["user"]?["id"]?.string, files[user] == nil
      else { continue }
      files[user] = "fixtures/portfolios/\(name)"
    }
    return files
  }
}

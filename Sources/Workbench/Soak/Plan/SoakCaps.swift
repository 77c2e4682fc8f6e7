import CoachCore
import JSONKit

/// The caps of a day that a soak gives its engine, in tokens; nil for none.
struct SoakCaps: Codable, Hashable, Sendable {
  /// What one user's sessions may take together.
  var userDay: Int?
  /// What all sessions may take together.
  var globalDay: Int?

  enum CodingKeys: String, CodingKey {
    case userDay = "user_day"
    case globalDay = "global_day"
  }

  /// No caps.
  init() {}

  /// Reads `caps: { user_day: { tokens: N }, global_day: { tokens: N } }` of a soak's section.
  init(_ fields: SuiteFields, problems: inout [InputProblem]) {
    let names = ["user_day", "global_day"]
    guard let accounts = fields.members("caps", allowed: names, &problems) else { return }
    func tokens(_ key: String, _ problems: inout [InputProblem]) -> Int? {
      guard let parts = accounts.members(key, allowed: ["tokens"], &problems) else { return nil }
      if parts["tokens"] == nil {
        problems.append(
          InputProblem(
            accounts.place(key), "\"\(key)\" caps nothing", remedy: "write for example { tokens: 10000 }"))
      }
      return parts.count("tokens", in: 0...1_000_000_000, &problems)
    }
    userDay = tokens("user_day", &problems)
    globalDay = tokens("global_day", &problems)
  }

  var isEmpty: Bool { userDay == nil && globalDay == nil }

  /// The settings of an engine that holds them.
  var environment: [String: String] {
    var environment: [String: String] = [:]
    if let userDay { environment["AICOACH_BUDGET_USER_DAY_TOKENS"] = "\(userDay)" }
    if let globalDay { environment["AICOACH_BUDGET_GLOBAL_DAY_TOKENS"] = "\(globalDay)" }
    return environment
  }

  /// Whether a session ran out of one of these: the account and the cap it tells are those that were set.
  func explain(_ use: TokenUse) -> Bool {
    switch use.ranOutOf {
    case .userDay: userDay != nil && use.cap == userDay
    case .globalDay: globalDay != nil && use.cap == globalDay
    case .session, nil: false
    }
  }
}

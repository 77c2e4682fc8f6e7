import Finance
import GRDB
import JSONKit

extension SQLiteCoachStore {
  /// The user's preferences, nil when there are none.
  public func preferences(as principal: Principal) throws(CoachError) -> UserPreferences? {
    try read("reading the preferences") { db in
      try Row.fetchOne(
        try db.cachedStatement(sql: "SELECT * FROM ai_user_prefs WHERE user_id = ?"),
        arguments: [principal.user]
      ).map(Self.preferences)
    }
  }

  /// Keeps the user's preferences in the place of those there were.
  public func save(_ preferences: UserPreferences, as principal: Principal) throws(CoachError) {
    let muted = JSONValue.array(preferences.mutedTopics.map { .string($0) })
    try write("keeping the preferences") { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO ai_user_prefs
            (user_id, tone, language, risk_profile, risk_profiled_at, muted_topics, notify_email, notify_push,
             daily_token_cap, updated_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (user_id) DO UPDATE SET
            tone = excluded.tone, language = excluded.language, risk_profile = excluded.risk_profile,
            risk_profiled_at = excluded.risk_profiled_at, muted_topics = excluded.muted_topics,
            notify_email = excluded.notify_email, notify_push = excluded.notify_push,
            daily_token_cap = excluded.daily_token_cap, updated_at = excluded.updated_at
          """
      ).execute(arguments: [
        principal.user, preferences.tone.rawValue, preferences.language.rawValue,
        preferences.riskProfile.rawValue, preferences.riskProfiledAt?.description, muted.compact(),
        preferences.notifyEmail, preferences.notifyPush, preferences.dailyTokenCap, preferences.updatedAt,
      ])
    }
  }

  private static func preferences(_ row: Row) throws -> UserPreferences {
    let day: String? = row["risk_profiled_at"]
    guard let tone = UserPreferences.Tone(rawValue: row["tone"]),
      let language = User.Language(rawValue: row["language"]),
      let profile = RiskProfile(rawValue: row["risk_profile"]),
      case .array(let muted) = try JSONValue(parsing: row["muted_topics"] as String),
      day == nil || day.flatMap(CivilDate.init(iso:)) != nil
    else {
      throw CoachError(.storeFailed, "the preferences were written by another version of the store")
    }
    return UserPreferences(
      tone: tone, language: language, riskProfile: profile,
      riskProfiledAt: day.flatMap(CivilDate.init(iso:)), mutedTopics: muted.compactMap(\.string),
      notifyEmail: row["notify_email"], notifyPush: row["notify_push"], dailyTokenCap: row["daily_token_cap"],
      updatedAt: row["updated_at"])
  }
}

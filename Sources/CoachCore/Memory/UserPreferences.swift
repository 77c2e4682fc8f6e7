public import Finance

/// What one investor has asked of the coach (`ai_user_prefs`).
public struct UserPreferences: Hashable, Sendable {
  /// How the prose should sound.
  public enum Tone: String, Sendable, CaseIterable {
    case plain, encouraging, concise
  }

  /// How the prose should sound.
  public var tone: Tone
  /// The language of the prose where a request names none.
  public var language: User.Language
  /// The profile last taken; suitability is judged by the portfolio's own.
  public var riskProfile: RiskProfile
  /// The day it was taken.
  public var riskProfiledAt: CivilDate?
  /// Kinds of topic that are not told: the part of a key before its state, such as `costs`.
  public var mutedTopics: [String]
  /// Whether mail may be sent.
  public var notifyEmail: Bool
  /// Whether messages may be pushed.
  public var notifyPush: Bool
  /// Tokens a day that may be spent on this investor; nil for the engine's own cap.
  public var dailyTokenCap: Int?
  /// When they were last changed, ISO 8601.
  public var updatedAt: String

  /// Collects preferences; all but the time have the values of somebody who has said nothing.
  public init(
    tone: Tone = .plain, language: User.Language = .english, riskProfile: RiskProfile = .unknown,
    riskProfiledAt: CivilDate? = nil, mutedTopics: [String] = [], notifyEmail: Bool = false,
    notifyPush: Bool = false, dailyTokenCap: Int? = nil, updatedAt: String
  ) {
    self.tone = tone
    self.language = language
    self.riskProfile = riskProfile
    self.riskProfiledAt = riskProfiledAt
    self.mutedTopics = mutedTopics
    self.notifyEmail = notifyEmail
    self.notifyPush = notifyPush
    self.dailyTokenCap = dailyTokenCap
    self.updatedAt = updatedAt
  }
}

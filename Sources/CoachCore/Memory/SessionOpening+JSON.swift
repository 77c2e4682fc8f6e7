import Finance
import Foundation
import JSONKit

/// A field that is not there or not what it should be.
private struct Unreadable: Error {
  let field: String
}

extension JSONValue {
  fileprivate func text(_ key: String) throws -> String {
    guard let text = self[key]?.string else { throw Unreadable(field: key) }
    return text
  }

  fileprivate func date(_ key: String) throws -> CivilDate {
    try JSONValueDecoder().decode(CivilDate.self, from: .string(try text(key)))
  }

  fileprivate func choice<Choice: RawRepresentable<String>>(_ key: String, _ type: Choice.Type) throws
    -> Choice
  {
    guard let choice = Choice(rawValue: try text(key)) else { throw Unreadable(field: key) }
    return choice
  }
}

extension UserPreferences {
  init(json: JSONValue) throws {
    self.init(
      tone: try json.choice("tone", Tone.self), language: try json.choice("language", User.Language.self),
      riskProfile: try json.choice("risk_profile", RiskProfile.self),
      riskProfiledAt: try json["risk_profiled_at"].map { _ in try json.date("risk_profiled_at") },
      mutedTopics: json["muted_topics"]?.array?.compactMap(\.string) ?? [],
      notifyEmail: json["notify_email"] == .bool(true), notifyPush: json["notify_push"] == .bool(true),
      dailyTokenCap: try json["daily_token_cap"].map { try JSONValueDecoder().decode(Int.self, from: $0) },
      updatedAt: try json.text("updated_at"))
  }

  var json: JSONValue {
    var object: JSONObject = [
      "tone": .string(tone.rawValue), "language": .string(language.rawValue),
      "risk_profile": .string(riskProfile.rawValue), "muted_topics": .array(mutedTopics.map { .string($0) }),
      "notify_email": .bool(notifyEmail), "notify_push": .bool(notifyPush), "updated_at": .string(updatedAt),
    ]
    if let riskProfiledAt { object["risk_profiled_at"] = .string(riskProfiledAt.description) }
    if let dailyTokenCap { object["daily_token_cap"] = .number(JSONNumber(dailyTokenCap)) }
    return .object(object)
  }
}

extension TopicLedgerEntry {
  init(json: JSONValue) throws {
    let feedback = try json["feedback"].map {
      Feedback(try $0.choice("status", Feedback.Status.self), until: try $0.date("until"))
    }
    self.init(
      topicKey: try json.text("topic_key"), factHash: try json.text("fact_hash"),
      inputsHash: try json.text("inputs_hash"), severity: try json.choice("severity", Insight.Severity.self),
      toldOn: try json.date("told_on"),
      timesSeen: try JSONValueDecoder().decode(Int.self, from: json["times_seen"] ?? .null),
      firstSeenAt: try json.text("first_seen_at"), lastSeenAt: try json.text("last_seen_at"),
      cooldownUntil: try json.date("cooldown_until"), feedback: feedback)
  }

  var json: JSONValue {
    var object: JSONObject = [
      "topic_key": .string(topic.description), "fact_hash": .string(factHash),
      "inputs_hash": .string(inputsHash), "severity": .string(severity.rawValue),
      "told_on": .string(toldOn.description), "times_seen": .number(JSONNumber(timesSeen)),
      "first_seen_at": .string(firstSeenAt), "last_seen_at": .string(lastSeenAt),
      "cooldown_until": .string(cooldownUntil.description),
    ]
    if let feedback {
      object["feedback"] = [
        "status": .string(feedback.status.rawValue), "until": .string(feedback.until.description),
      ]
    }
    return .object(object)
  }
}

extension StoredDocument {
  init(json: JSONValue) throws {
    self.init(
      kind: try json.choice("kind", Kind.self), refID: try json.text("ref_id"),
      language: try json.text("language"), contentMarkdown: try json.text("content_md"),
      embedding: try json["embedding"].map(Embedding.init(json:)))
  }

  var json: JSONValue {
    var object: JSONObject = [
      "kind": .string(kind.rawValue), "ref_id": .string(refID), "language": .string(language),
      "content_md": .string(contentMarkdown),
    ]
    if let embedding { object["embedding"] = embedding.json }
    return .object(object)
  }
}

extension Embedding {
  init(json: JSONValue) throws {
    let digits = Array(try json.text("values").utf8)
    let values = try stride(from: 0, to: digits.count, by: 8).map { start in
      guard
        let bits = UInt32(
          String(decoding: digits[start..<min(start + 8, digits.count)], as: UTF8.self), radix: 16)
      else { throw Unreadable(field: "values") }
      return Float(bitPattern: bits)
    }
    try self.init(model: try json.text("model"), values: values)
  }

  /// Components bit by bit, eight hexadecimal digits each, so that they come back as they were.
  var json: JSONValue {
    let digits = values.map { value in
      let text = String(value.bitPattern, radix: 16)
      return String(repeating: "0", count: 8 - text.count) + text
    }
    return ["model": .string(model), "values": .string(digits.joined())]
  }
}

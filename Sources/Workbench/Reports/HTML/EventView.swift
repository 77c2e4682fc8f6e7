import JSONKit

/// One event of a session, as an item of its timeline.
struct EventView {
  let seq, type, eventTone, offset, note: String

  /// Events shown at most.
  private static let limit = 200
  /// The longest note, in bytes.
  private static let noteLimit = 160

  /// The events of a record in order, and how many were left out.
  static func all(in record: JSONValue) -> (events: [EventView], leftOut: Int) {
    let events = record["events"]?.array ?? []
    let start = events.first?["ts"]?.string.flatMap(Timestamp.milliseconds)
    return (events.prefix(limit).map { EventView($0, start: start) }, max(0, events.count - limit))
  }

  private init(_ event: JSONValue, start: Double?) {
    let type = event["type"]?.string ?? ""
    self.seq = event["seq"].map { $0.compact() } ?? ""
    self.type = type
    self.eventTone =
      switch type {
      case "session.completed": "ok"
      case "session.failed", "session.cancelled", "session.budget_exhausted", "tool.denied": "bad"
      default: event["data"]?["accepted"]?.bool == false ? "bad" : "plain"
      }
    let now = event["ts"]?.string.flatMap(Timestamp.milliseconds)
    self.offset =
      if let now, let start { "+" + Figures.duration(milliseconds: max(0, now - start)) } else { "" }
    self.note = Self.note(event["data"]?.object ?? JSONObject())
  }

  /// The scalar members; lists and objects only by their size, since artifacts and facts stand elsewhere on the page.
  private static func note(_ data: JSONObject) -> String {
    let parts: [String] = data.compactMap { key, value in
      switch value {
      // Attempts count from 0 in the record and from 1 for a person.
      case .number where key == "attempt": value.int.map { "attempt \($0 &+ 1)" }
      case .null: nil
      case .string(let text): text.isEmpty ? nil : "\(key) \(text)"
      case .bool, .number: "\(key) \(value.compact())"
      case .array(let items): items.isEmpty ? nil : "\(key) \(items.count)"
      case .object: nil
      }
    }
    return XMLText.capped(parts.joined(separator: ", "), bytes: noteLimit)
  }
}

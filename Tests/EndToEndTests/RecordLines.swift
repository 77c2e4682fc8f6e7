import JSONKit
import Testing

/// The records of a `records.jsonl`, each with its facts, whichever of them holds them.
struct RecordLines {
  let records: [JSONValue]

  init(_ text: String) throws {
    var offset = 0
    var facts: [Int: JSONValue] = [:]
    var records: [JSONValue] = []
    for line in text.split(separator: "\n") {
      let record = try JSONValue(parsing: String(line))
      facts[offset] = record["facts"]
      records.append(try Self.whole(record, facts))
      offset += line.utf8.count + 1
    }
    self.records = records
  }

  /// Puts the facts back where a record refers to those of an earlier line, in its tool results as well.
  private static func whole(_ record: JSONValue, _ facts: [Int: JSONValue]) throws -> JSONValue {
    guard var members = record.object, let offset = record["facts_ref"]?["offset"]?.int else { return record }
    let referred = try #require(facts[offset])
    let byID = Dictionary(
      (referred.array ?? []).compactMap { fact in fact["id"]?.string.map { ($0, fact) } },
      uniquingKeysWith: { first, _ in first })
    members["facts_ref"] = nil
    members["facts"] = referred
    members["events"] = .array(
      try (record["events"]?.array ?? []).map { event in
        guard var event = event.object, var data = event["data"]?.object, let ids = data["facts"]?.array
        else { return event }
        data["facts"] = .array(try ids.map { id in try #require(id.string.flatMap { byID[$0] }) })
        event["data"] = .object(data)
        return .object(event)
      })
    return .object(members)
  }
}

import CoachCore
import JSONKit

/// A `records.jsonl`, read back whole: where a record names the facts of an earlier one, it gets them again.
struct RecordFile {
  /// The file's path.
  let path: String

  /// The runs in the order in which they were written.
  ///
  /// - Throws: `ReportError`: `unreadable_file`, or `corrupt_file` with the line.
  func runs() throws(ReportError) -> [RecordedRun] {
    var runs: [RecordedRun] = []
    var factsByOffset: [Int: JSONValue] = [:]
    var offset = 0
    try InputFile(path).forEachLine { line, number, isEnded throws(ReportError) in
      defer { offset += line.count + 1 }
      guard !line.isEmpty else { return }
      do {
        let value = try JSONParser().parse(line)
        factsByOffset[offset] = value["facts"]
        runs.append(try Self.run(try Self.whole(value, factsByOffset)))
      } catch {
        // What a killed run leaves of its last line was never finished.
        guard isEnded else { return }
        throw ReportError(
          .corruptFile, "this is no record of a run: \(Self.reason(error)); restore the file or run again",
          file: path, line: number)
      }
    }
    return runs
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as JSONParseError: error.message
    case let error as JSONDecodingError: error.message
    case let error as Incomplete: error.what
    default: "\(error)"
    }
  }

  private struct Incomplete: Error {
    let what: String
  }

  private static func run(_ value: JSONValue) throws -> RecordedRun {
    guard value["schema"]?.string == "run/1", let suite = value["suite"]?.string,
      let caseID = value["case"]?.string, let trial = value["trial"]?.int
    else { throw Incomplete(what: "it lacks its schema, suite, case or trial") }
    return RecordedRun(
      suite: suite, caseID: caseID, trial: trial,
      record: try JSONValueDecoder().decode(RunRecord.self, from: value))
  }

  /// The record with its facts, in its tool results as well.
  private static func whole(_ value: JSONValue, _ factsByOffset: [Int: JSONValue]) throws -> JSONValue {
    guard case .object(var record) = value, let reference = record["facts_ref"] else { return value }
    guard let facts = reference["offset"]?.int.flatMap({ factsByOffset[$0] }) else {
      throw Incomplete(what: "it names facts of a record that does not stand before it")
    }
    let byID = Dictionary(
      (facts.array ?? []).compactMap { fact in fact["id"]?.string.map { ($0, fact) } },
      uniquingKeysWith: { first, _ in first })
    record["facts_ref"] = nil
    record["facts"] = facts
    record["events"] = .array(
      try (record["events"]?.array ?? []).map { event in
        guard var members = event.object, var data = members["data"]?.object, let ids = data["facts"]?.array
        else { return event }
        data["facts"] = .array(
          try ids.map { id in
            guard let fact = id.string.flatMap({ byID[$0] }) else {
              throw Incomplete(what: "it names the fact \(id.compact()), which there is none of")
            }
            return fact
          })
        members["data"] = .object(data)
        return .object(members)
      })
    return .object(record)
  }
}

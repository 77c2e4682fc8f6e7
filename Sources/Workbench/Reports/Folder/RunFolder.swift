import CoachCore
import JSONKit
import Scoring

/// The folder a run wrote, read back without running anything.
struct RunFolder {
  /// The rows of a run.
  struct Results {
    /// The rows in the order they were written.
    var rows: [CaseResult] = []
    /// The number of a last line that was cut off while being written, which is left out.
    var tornLine: Int?
  }

  /// The folder's path.
  let path: String

  /// The path of one of its files.
  func file(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// Reads `summary.json`.
  ///
  /// - Throws: `ReportError`: `unreadable_file`, or `corrupt_file` with the line.
  func summary() throws(ReportError) -> RunSummary {
    let path = file("summary.json")
    let value = try Self.parse(try InputFile(path).readAll(), file: path, line: nil)
    guard value["schema"]?.string == "summary/1" else {
      throw ReportError(
        .corruptFile, "the summary's schema is not summary/1; it comes from another version of the workbench",
        file: path)
    }
    return try Self.decode(RunSummary.self, from: value, file: path, line: nil)
  }

  /// Reads `results.jsonl` a line at a time.
  ///
  /// A last line without a line feed that is no JSON is what a killed run leaves; it is noted and left out.
  ///
  /// - Throws: `ReportError`: `unreadable_file`, or `corrupt_file` with the line.
  func results() throws(ReportError) -> Results {
    let path = file("results.jsonl")
    var results = Results()
    try InputFile(path).forEachLine { line, number, isEnded throws(ReportError) in
      guard !line.isEmpty else { return }
      do throws(ReportError) {
        let value = try Self.parse(line, file: path, line: number)
        results.rows.append(try Self.decode(CaseResult.self, from: value, file: path, line: number))
      } catch {
        guard !isEnded else { throw error }
        results.tornLine = number
      }
    }
    return results
  }

  /// Reads the records of the rows given, by offset.
  ///
  /// A record that cannot be read becomes a detail with a fault, since the rest of the report is still worth having; a
  /// row without a record (not kept) one with neither.
  func details(of rows: [CaseResult]) -> [CaseDetail] {
    guard rows.contains(where: { $0.record != nil }) else {
      return rows.map { CaseDetail(row: $0, record: nil) }
    }
    do throws(ReportError) {
      let records = try InputFile(file("records.jsonl"))
      return rows.map { Self.detail(of: $0, in: records) }
    } catch {
      return rows.map { CaseDetail(row: $0, record: nil, fault: $0.record == nil ? nil : error) }
    }
  }

  private static func detail(of row: CaseResult, in records: borrowing InputFile) -> CaseDetail {
    guard let place = row.record else { return CaseDetail(row: row, record: nil) }
    do throws(ReportError) {
      return CaseDetail(row: row, record: try record(at: place, in: records))
    } catch {
      return CaseDetail(row: row, record: nil, fault: error)
    }
  }

  /// The record of a row, with its facts: those of equal snapshots are kept in the first record only, which later ones
  /// name.
  private static func record(
    at place: CaseResult.RecordReference, in records: borrowing InputFile
  ) throws(ReportError) -> JSONValue {
    let value = try line(at: place, in: records)
    guard case .object(var record) = value, let reference = record["facts_ref"] else { return value }
    let first = try decode(
      CaseResult.RecordReference.self, from: reference, file: "\(records.path) (facts_ref)", line: nil)
    record["facts"] = try line(at: first, in: records)["facts"]
    return .object(record)
  }

  private static func line(
    at place: CaseResult.RecordReference, in records: borrowing InputFile
  ) throws(ReportError) -> JSONValue {
    let position = "offset \(place.offset), \(place.length) bytes"
    // Asked before reading: a wild length must not reserve all memory.
    let size = try records.size()
    guard place.offset >= 0, place.length > 0, place.length <= size, place.offset <= size - place.length
    else {
      throw ReportError(
        .corruptFile,
        "no record stands at \(position) of \(size); the files are of different runs, or cut off",
        file: records.path)
    }
    let bytes = try records.read(count: place.length, at: place.offset)
    guard ContentHash.sha256(bytes) == place.sha256 else {
      throw ReportError(
        .corruptFile, "the record at \(position) was changed since its row was written; restore the file",
        file: records.path)
    }
    let value = try parse(bytes, file: "\(records.path) (\(position))", line: nil)
    guard value["schema"]?.string?.hasPrefix("run/") == true else {
      throw ReportError(.corruptFile, "what stands at \(position) is no run record", file: records.path)
    }
    return value
  }

  /// Parses the JSON of a file, or of a line of it.
  ///
  /// - Throws: `ReportError` with code `corrupt_file`.
  static func parse(
    _ bytes: some Sequence<UInt8>, file: String, line: Int?
  ) throws(ReportError) -> JSONValue {
    do {
      return try JSONParser().parse(bytes)
    } catch {
      throw ReportError(
        .corruptFile, "this is no JSON: \(error.message); restore the file or run the suite again",
        file: file,
        line: line ?? error.line)
    }
  }

  /// Reads a value of a file, or of a line of it.
  ///
  /// - Throws: `ReportError` with code `corrupt_file`.
  static func decode<T: Decodable>(
    _ type: T.Type, from value: JSONValue, file: String, line: Int?
  ) throws(ReportError) -> T {
    do {
      return try JSONValueDecoder().decode(type, from: value)
    } catch {
      throw ReportError(
        .corruptFile, "\(error.message); restore the file or run the suite again", file: file, line: line)
    }
  }
}

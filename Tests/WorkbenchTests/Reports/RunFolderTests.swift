import CoachCore
import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("Run folder") struct RunFolderTests {
  /// Writes the sample run as a run would; returns the bytes of results.jsonl.
  private static func write(to folder: borrowing TemporaryFolder) throws -> String {
    var records = ""
    var results = ""
    for row in try SampleRun.rows() {
      var row = row
      if row.status != .error {
        let record = SampleRecord.value(isRejected: row.status == .failed).compact()
        row.record = CaseResult.RecordReference(
          offset: records.utf8.count, length: record.utf8.count, sha256: ContentHash.sha256(record))
        records += record + "\n"
      }
      results += try row.line() + "\n"
    }
    let summary = try JSONValueEncoder().encode(try SampleRun.input().summary)
    try AtomicFile.write(summary.pretty(), to: folder.file("summary.json"))
    try AtomicFile.write(results, to: folder.file("results.jsonl"))
    try AtomicFile.write(records, to: folder.file("records.jsonl"))
    return results
  }

  @Test("a folder reads back as the run that wrote it")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    _ = try Self.write(to: folder)
    let input = try ReportInput(folder: RunFolder(path: folder.path))
    // Rows stand in the order cases finished; a report shows them in the order they are written in the suite.
    #expect(input.cells.map(\.shown.line) == input.cells.map(\.shown.line).sorted())
    #expect(Set(input.cells.map(\.shown.caseID)) == Set(try SampleRun.rows().map(\.caseID)))
    #expect(input.details.map(\.row.caseID) == ["broken-portfolio", "goal-agent-behind", "surplus"])
    #expect(input.details.map { $0.record != nil } == [false, true, true])
    #expect(input.details[2].checks.last?.details.count == 3)
    #expect(input.samples.count == 4)
    #expect(input.notes.isEmpty)
  }

  @Test("the passing cases shown are those whose tags cover the most, in their own order")
  func samples() throws {
    let tags: [[JSONValue]] = [["en"], ["en"], ["en", "pii"], [], ["hi"], ["hi", "memory"]]
    let rows = try tags.enumerated().map { try SampleRun.row("c\($0.offset)", ["tags": .array($0.element)]) }
    func shown(_ most: Int) -> [String] {
      ReportInput.varied(Cell.group(rows), at: most).map(\.shown.caseID)
    }
    #expect(shown(2) == ["c2", "c5"])
    #expect(shown(3) == ["c0", "c2", "c5"])
    #expect(shown(9) == ["c0", "c1", "c2", "c3", "c4", "c5"])
    #expect(shown(0).isEmpty)
  }

  @Test("a last line cut off while written is left out and noted")
  func tornLine() throws {
    let folder = try TemporaryFolder()
    let results = try Self.write(to: folder)
    try AtomicFile.write(String(results.dropLast(40)), to: folder.file("results.jsonl"))
    let read = try RunFolder(path: folder.path).results()
    #expect(read.rows.count == (try SampleRun.rows().count) - 1)
    #expect(read.tornLine == read.rows.count + 1)
    let input = try ReportInput(folder: RunFolder(path: folder.path))
    #expect(input.notes.count == 1)
  }

  @Test("a last line that only lacks its line feed counts")
  func missingLineFeed() throws {
    let folder = try TemporaryFolder()
    let results = try Self.write(to: folder)
    try AtomicFile.write(String(results.dropLast()), to: folder.file("results.jsonl"))
    let read = try RunFolder(path: folder.path).results()
    #expect(read.rows.count == (try SampleRun.rows().count))
    #expect(read.tornLine == nil)
  }

  @Test(
    "a corrupt line is named with file and line",
    arguments: ["{\"schema\":", "[]", "{\"schema\":\"result/9\"}", "\u{0}"])
  func corruptLine(line: String) throws {
    let folder = try TemporaryFolder()
    let results = try Self.write(to: folder)
    var lines = results.split(separator: "\n").map(String.init)
    lines[2] = line
    try AtomicFile.write(lines.joined(separator: "\n") + "\n", to: folder.file("results.jsonl"))
    let error = #expect(throws: ReportError.self) { try RunFolder(path: folder.path).results() }
    #expect(error?.code == .corruptFile)
    #expect(error?.line == 3)
    #expect(error?.file == folder.file("results.jsonl"))
  }

  @Test("a corrupt summary is named with its line")
  func corruptSummary() throws {
    let folder = try TemporaryFolder()
    _ = try Self.write(to: folder)
    try AtomicFile.write("{\n\"schema\": nope}", to: folder.file("summary.json"))
    let error = #expect(throws: ReportError.self) { try RunFolder(path: folder.path).summary() }
    #expect(error?.code == .corruptFile)
    #expect(error?.line == 2)
    try AtomicFile.write("{\"schema\":\"summary/9\"}", to: folder.file("summary.json"))
    #expect(throws: ReportError.self) { try RunFolder(path: folder.path).summary() }
  }

  @Test("a folder that is none is unreadable, with a remedy")
  func missing() throws {
    let error = #expect(throws: ReportError.self) { try RunFolder(path: "/nonexistent").summary() }
    #expect(error?.code == .unreadableFile)
    #expect(error?.description.contains("/nonexistent/summary.json") == true)
  }

  @Test(
    "a record that cannot be read is a fault of its case, not of the report",
    arguments: [
      (-1, 10), (0, 0), (0, Int.max), (7, 100), (1 << 40, 10),
    ])
  func badRecord(offset: Int, length: Int) throws {
    let folder = try TemporaryFolder()
    _ = try Self.write(to: folder)
    var row = try SampleRun.row("a")
    row.record = CaseResult.RecordReference(offset: offset, length: length, sha256: "")
    let detail = try #require(RunFolder(path: folder.path).details(of: [row]).first)
    #expect(detail.record == nil)
    #expect(detail.fault?.code == .corruptFile)
  }
}

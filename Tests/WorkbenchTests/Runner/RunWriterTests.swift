import CoachCore
import Foundation
import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("Run writer")
struct RunWriterTests {
  private func finished(_ id: String, facts: String?, status: CheckStatus = .passed) -> FinishedTrial {
    var row = CaseResult(
      suite: "s", caseID: id, kind: "session", variant: "v", model: "m", trial: 1, file: "s.yaml", line: 1,
      provenance: .embedded, checks: [])
    row.status = status
    let record: JSONObject = [
      "schema": "run/1", "case": .string(id), "facts": [["id": "a.b", "value": 1]],
      "events": [["data": ["facts": [["id": "a.b", "value": 1]]]]],
    ]
    return FinishedTrial(row: row, record: record, factsKey: facts, proposal: nil, usage: [])
  }

  @Test("every row points at its record, whole and unchanged, however many write at once")
  func pointers() async throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(out: folder.path, runID: "r", project: try Project(containing: #filePath))
    let writer = try RunWriter(output)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask { await writer.append(finished("c\(number)", facts: "k\(number % 7)")) }
      }
    }
    #expect(await writer.failure == nil)
    let run = RunFolder(path: folder.path)
    let rows = try run.results().rows
    #expect(Set(rows.map(\.caseID)).count == 200)
    for detail in run.details(of: rows) {
      #expect(detail.fault == nil)
      #expect(detail.record?["case"]?.string == detail.row.caseID)
      #expect(
        detail.record?["facts"]?[0]?["value"]?.int == 1,
        "facts come back though only the first record holds them")
    }
    let lines = try String(contentsOfFile: output.file("records.jsonl"), encoding: .utf8).split(
      separator: "\n")
    #expect(lines.filter { $0.contains("facts_ref") }.count == 193)
    withExtendedLifetime(folder) {}
  }

  @Test("past the number asked for only failing records are kept, every row is, and facts still come back")
  func keepRecords() async throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(out: folder.path, runID: "r", project: try Project(containing: #filePath))
    let writer = try RunWriter(output, keepRecords: 2)
    let statuses: [CheckStatus] = [.passed, .skipped, .passed, .failed, .error, .passed]
    for (number, status) in statuses.enumerated() {
      await writer.append(finished("c\(number)", facts: number < 3 ? "a" : "b", status: status))
    }
    #expect(await writer.recordsLeftOut == 2)
    let run = RunFolder(path: folder.path)
    let rows = try run.results().rows
    #expect(rows.map { $0.record != nil } == [true, true, false, true, true, false])
    for detail in run.details(of: rows) where detail.row.record != nil {
      #expect(detail.record?["facts"]?[0]?["value"]?.int == 1)
    }
    withExtendedLifetime(folder) {}
  }

  @Test("a record changed after its row was written is a fault, not a record")
  func changed() async throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(out: folder.path, runID: "r", project: try Project(containing: #filePath))
    let writer = try RunWriter(output)
    await writer.append(finished("c1", facts: nil))
    let path = output.file("records.jsonl")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("c1", with: "c2").write(toFile: path, atomically: true, encoding: .utf8)
    let run = RunFolder(path: folder.path)
    let detail = try #require(run.details(of: try run.results().rows).first)
    #expect(detail.record == nil)
    #expect(detail.fault?.code == .corruptFile)
    withExtendedLifetime(folder) {}
  }
}

import CoachCore
import Foundation
import JSONKit
import Scoring

/// Appends finished cells to a run's folder: the record first, synced, then its row.
///
/// A row therefore always points at a record that is whole, and whatever kills the run, every finished cell is kept.
/// Cells that finish while a sync is under way share the next one.
actor RunWriter {
  private let folder: OutputFolder
  private let records: AppendOnlyFile
  private let results: AppendOnlyFile
  private var pending: [FinishedTrial] = []
  private var isFlushing = false
  /// Records past this number are kept only of failing trials; nil keeps all.
  private let recordLimit: Int?
  private var recordCount = 0
  /// Records that were not kept.
  private(set) var recordsLeftOut = 0
  private var factRecords: [String: CaseResult.RecordReference] = [:]
  private(set) var failure: ReportError?

  /// Creates the two files.
  ///
  /// - Parameter keepRecords: how many records to keep whatever their status; nil for all.
  /// - Throws: `ReportError` when the folder cannot be written.
  init(_ folder: OutputFolder, keepRecords: Int? = nil) throws(ReportError) {
    self.folder = folder
    self.recordLimit = keepRecords
    self.records = try AppendOnlyFile(creating: folder.file("records.jsonl"))
    self.results = try AppendOnlyFile(creating: folder.file("results.jsonl"))
  }

  /// Keeps a trial.
  ///
  /// After a failure nothing more is written and `failure` says why.
  func append(_ cell: FinishedTrial) async {
    pending.append(cell)
    guard !isFlushing else { return }
    isFlushing = true
    defer { isFlushing = false }
    while !pending.isEmpty, failure == nil {
      let batch = pending
      pending = []
      write(batch)
      // Lets the cells that finished meanwhile join the next batch.
      await Task.yield()
    }
  }

  private func write(_ batch: [FinishedTrial]) {
    do throws(ReportError) {
      var rows: [CaseResult] = []
      for cell in batch {
        var row = cell.row
        if let record = cell.record {
          if keeps(row) { row.record = try append(record, of: cell) } else { recordsLeftOut += 1 }
        }
        rows.append(row)
      }
      try records.sync()
      for row in rows { try results.append(line: Self.line(row)) }
      try results.sync()
    } catch {
      failure = error
    }
  }

  private func keeps(_ row: CaseResult) -> Bool {
    guard let recordLimit, recordCount >= recordLimit else { return true }
    return row.status == .failed || row.status == .error
  }

  /// Facts are written once a snapshot: later records of the same facts refer to the first.
  private func append(_ record: JSONObject, of cell: FinishedTrial) throws(ReportError)
    -> CaseResult.RecordReference
  {
    var record = record
    if let key = cell.factsKey, let first = factRecords[key] {
      record.referFacts(to: first)
    }
    let line = JSONValue.object(record).compact()
    let reference = CaseResult.RecordReference(
      offset: Int(records.offset), length: line.utf8.count, sha256: ContentHash.sha256(line))
    try records.append(line: line)
    recordCount += 1
    if let key = cell.factsKey, factRecords[key] == nil { factRecords[key] = reference }
    return reference
  }

  private static func line(_ row: CaseResult) throws(ReportError) -> String {
    do {
      return try row.line()
    } catch {
      throw ReportError(.unwritableFile, "a result row cannot be encoded: \(error)", file: "results.jsonl")
    }
  }
}

extension JSONObject {
  /// Replaces the facts, in the record and in its tool results, by a reference to the record that holds them.
  fileprivate mutating func referFacts(to reference: CaseResult.RecordReference) {
    let place: JSONValue = [
      "offset": .number(JSONNumber(reference.offset)), "length": .number(JSONNumber(reference.length)),
      "sha256": .string(reference.sha256),
    ]
    self["facts_ref"] = place
    self["facts"] = nil
    let events = (self["events"]?.array ?? []).map { event -> JSONValue in
      guard var members = event.object, var data = members["data"]?.object, let facts = data["facts"]?.array
      else {
        return event
      }
      data["facts"] = .array(facts.map { $0["id"] ?? .null })
      members["data"] = .object(data)
      return .object(members)
    }
    if self["events"] != nil { self["events"] = .array(events) }
  }
}

import JSONKit
import Scoring

/// Everything the files of a run tell about one trial: its row, its record and its checks at full length.
struct CaseDetail {
  /// The trial's row.
  let row: CaseResult
  /// The `run/1` record; nil when it was not kept or could not be read.
  let record: JSONValue?
  /// Why `record` is nil, where that is a fault.
  let fault: ReportError?

  /// Pairs a row with its record.
  init(row: CaseResult, record: JSONValue?, fault: ReportError? = nil) {
    self.row = row
    self.record = record
    self.fault = fault
  }

  /// The checks in the order they ran, at full length where the record holds them.
  var checks: [CheckDetail] {
    let recorded = record?["checks"]?.array ?? []
    return row.checks.enumerated().map { index, check in
      // By position: a case may have several checks of one name.
      let full: JSONValue? =
        index < recorded.count && recorded[index]["check"]?.string == check.check ? recorded[index] : nil
      return CheckDetail(
        check: check.check, status: check.status, message: full?["message"]?.string ?? check.message,
        details: (full?["details"]?.array ?? []).compactMap(\.string))
    }
  }
}

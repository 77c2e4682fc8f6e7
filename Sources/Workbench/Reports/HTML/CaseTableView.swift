import Scoring

/// The table of cells, failing ones first, within bounds that keep the page readable at any number of rows.
struct CaseTableView {
  struct Chip { let check, chipTone, mark, chipTitle: String }

  struct Row {
    let caseName, suite, tone, word, trialNote, variantName, modelName: String
    let anchorLink: String
    let hasDetail: Bool
    let firstFinding: String
    let chips: [Chip]
    let tokenCount, caseCost, latencyText: String
  }

  /// Failing rows shown at most.
  static let failingLimit = 1000
  /// Passing and skipped rows shown at most.
  static let passingLimit = 500
  /// Passing rows shown without folding at most.
  static let openLimit = 50

  let failing: [Row]
  let passing: [Row]
  let isFolded: Bool
  let passingCount: String
  /// What was left out, empty when nothing was.
  let leftOut: [String]
  let costTitle: String

  /// Lays out the cells; `anchors` holds the page anchor of each failing cell shown in full, in order.
  init(_ input: ReportInput, anchors: [String]) {
    let failing = input.cells.filter(\.isFailing)
    let passing = input.cells.filter { !$0.isFailing }
    self.failing = failing.prefix(Self.failingLimit).enumerated().map { index, cell in
      // A row has room for a few words only; the record behind a detail has them all.
      let detail = input.details.indices.contains(index) ? input.details[index] : nil
      return Self.row(cell, anchor: index < anchors.count ? anchors[index] : nil, detail: detail)
    }
    self.passing = passing.prefix(Self.passingLimit).map { Self.row($0, anchor: nil) }
    self.isFolded = passing.count > Self.openLimit
    self.passingCount = Figures.count(passing.count)
    self.costTitle = input.summary.usage.pricedAs == nil ? "Cost" : "As-if cost"
    self.leftOut = [
      Self.leftOut(failing.count, limit: Self.failingLimit, kind: "failing"),
      Self.leftOut(passing.count, limit: Self.passingLimit, kind: "passing or skipped"),
    ].compactMap(\.self)
  }

  private static func leftOut(_ count: Int, limit: Int, kind: String) -> String? {
    guard count > limit else { return nil }
    return "\(Figures.count(count - limit)) of \(Figures.count(count)) \(kind) cases are not listed here; "
      + "results.jsonl holds them all."
  }

  private static func row(_ cell: Cell, anchor: String?, detail: CaseDetail? = nil) -> Row {
    let shown = cell.shown
    let label = StatusLabel(cell.status)
    let costs = cell.trials.compactMap(\.costMicros)
    let tokens = cell.trials.reduce((0, 0)) { sum, trial in
      (sum.0 &+ trial.tokens.input, sum.1 &+ trial.tokens.output)
    }
    let finding =
      shown.error.map { "\($0.kind): \($0.message)" }
      ?? detail?.checks.first { $0.isFailing }?.message
      ?? shown.checks.first { $0.status == .failed || $0.status == .error }?.message
    return Row(
      caseName: shown.caseID, suite: shown.suite, tone: label.tone, word: label.word,
      trialNote: trialNote(cell), variantName: shown.variant, modelName: shown.model,
      anchorLink: anchor ?? "", hasDetail: anchor != nil, firstFinding: cell.isFailing ? finding ?? "" : "",
      chips: shown.checks.map(chip), tokenCount: "\(Figures.count(tokens.0)) + \(Figures.count(tokens.1))",
      caseCost: Figures.dollars(micros: costs.isEmpty ? nil : costs.reduce(0, &+)),
      latencyText: Figures.duration(milliseconds: cell.totalMilliseconds / Double(cell.trials.count)))
  }

  private static func trialNote(_ cell: Cell) -> String {
    guard cell.trials.count > 1 else { return "" }
    return "\(cell.trials.count { $0.status == .passed }) of \(cell.trials.count) trials passed"
  }

  private static func chip(_ check: CaseResult.Check) -> Chip {
    let label = StatusLabel(check.status)
    let mark =
      switch check.status {
      case .passed: ""
      case .failed, .error: "✕ "
      case .skipped: "– "
      }
    return Chip(
      check: check.check, chipTone: label.tone, mark: mark,
      chipTitle: check.message.isEmpty ? label.word : "\(label.word): \(check.message)")
  }
}

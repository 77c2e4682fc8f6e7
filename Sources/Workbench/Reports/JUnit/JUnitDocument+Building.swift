import Scoring

extension JUnitDocument {
  /// The name of the suite that holds the gates.
  static let gatesName = "gates"

  /// The report of a run: one suite for each suite, variant and model, then one of gates.
  ///
  /// Trials of a case are one test case, named `case [x5]`. A run without a single case is one explicit error, since
  /// most CI systems take an empty report for success.
  init(_ input: ReportInput) {
    let summary = input.summary
    self.name = "workbench"
    self.timestamp = Self.timestamp(summary.startedAt)
    self.host = summary.host
    self.suites = Self.suites(input.cells, details: input.details, run: summary)
    if suites.isEmpty { suites.append(Self.emptyRun(summary)) }
    if !summary.gates.isEmpty { suites.append(Self.gates(summary.gates)) }
    makeUnique()
  }

  private static func suites(_ cells: [Cell], details: [CaseDetail], run: RunSummary) -> [Suite] {
    struct Key: Hashable { let suite, variant, model: String }
    struct Trial: Hashable { let key: Key, id: String, trial: Int }
    func key(_ row: CaseResult) -> Key { Key(suite: row.suite, variant: row.variant, model: row.model) }
    func trial(_ row: CaseResult) -> Trial { Trial(key: key(row), id: row.caseID, trial: row.trial) }
    let detail = Dictionary(details.map { (trial($0.row), $0) }, uniquingKeysWith: { first, _ in first })
    var order: [Key] = []
    var cases: [Key: [Case]] = [:]
    for cell in cells {
      let key = key(cell.shown)
      if cases[key] == nil { order.append(key) }
      let shown = detail[trial(cell.shown)] ?? CaseDetail(row: cell.shown, record: nil)
      cases[key, default: []].append(testCase(cell, detail: shown))
    }
    return order.map { key in
      Suite(
        name: "\(key.suite) [variant=\(key.variant) model=\(key.model)]", cases: cases[key] ?? [],
        properties: [
          Property(name: "run.id", value: run.run), Property(name: "run.seed", value: "\(run.seed)"),
          Property(name: "workbench.version", value: run.version),
          Property(name: "provenance", value: run.provenance.map(\.rawValue).joined(separator: " ")),
        ])
    }
  }

  private static func testCase(_ cell: Cell, detail: CaseDetail) -> Case {
    let row = cell.shown
    let classname = ["workbench", row.suite, row.variant, row.model].map(segment).joined(separator: ".")
    let trials = cell.trials.count
    var properties = [Property(name: "kind", value: row.kind)]
    if trials > 1 {
      let passed = cell.trials.count { $0.status == .passed }
      properties.append(Property(name: "trials.passed", value: "\(passed)/\(trials)"))
    }
    return Case(
      classname: classname, name: trials > 1 ? "\(row.caseID) [x\(trials)]" : row.caseID,
      outcome: outcome(cell, detail: detail), milliseconds: whole(cell.totalMilliseconds), file: row.file,
      line: row.line, assertions: row.checks.count, properties: properties)
  }

  private static func outcome(_ cell: Cell, detail: CaseDetail) -> Outcome {
    switch cell.status {
    case .passed: .passed
    case .skipped: .skipped(detail.row.checks.first { $0.status == .skipped }?.message ?? "does not apply")
    case .failed: .failed(problem(cell, detail: detail))
    case .error: .error(problem(cell, detail: detail))
    }
  }

  private static func problem(_ cell: Cell, detail: CaseDetail) -> Problem {
    let row = detail.row
    let failing = detail.checks.filter(\.isFailing)
    let command = RunCommand.next(after: row)
    var body: [String] = []
    if cell.trials.count > 1 {
      let bad = cell.trials.count { $0.status == .failed || $0.status == .error }
      body.append("trial \(row.trial), \(bad) of \(cell.trials.count) trials did not pass")
    }
    if let error = row.error { body.append("\(error.kind): \(error.message)") }
    for check in failing {
      body.append("\(check.check): \(check.message)")
      body += check.details.prefix(40).map { "  \($0)" }
      if check.details.count > 40 { body.append("  … \(check.details.count - 40) more lines in report.html") }
    }
    // The command comes before the lines that may be cut.
    let text = (["next: \(command)"] + body).joined(separator: "\n")
    if let error = row.error { return Problem(type: error.kind, message: error.message, body: text) }
    return Problem(
      type: failing.first?.check ?? "check", message: failing.first?.message ?? "the case did not pass",
      body: text)
  }

  static func gates(_ gates: [GateOutcome]) -> Suite {
    Suite(
      name: gatesName,
      cases: gates.map { gate in
        let problem = Problem(type: "gate", message: gate.message, body: "\(gate.gate): \(gate.message)")
        let outcome: Outcome =
          switch gate.status {
          case .passed: .passed
          case .failed: .failed(problem)
          case .error: .error(problem)
          }
        return Case(classname: "workbench.\(segment(gate.suite)).gates", name: gate.gate, outcome: outcome)
      })
  }

  private static func emptyRun(_ run: RunSummary) -> Suite {
    let reasons = run.exitReasons.compactMap { ExitStatus(reason: $0)?.words }.joined(separator: "; ")
    let message = "no case ran" + (reasons.isEmpty ? "" : ": \(reasons)")
    let problem = Problem(
      type: "empty_run", message: message, body: "\(message)\ncheck the filters, then: workbench check")
    return Suite(
      name: "workbench", cases: [Case(classname: "workbench", name: "no case ran", outcome: .error(problem))])
  }

  /// Caps names and numbers those that would collide: GitLab drops every case but the first of a key.
  mutating func makeUnique() {
    struct Key: Hashable { let classname, name: String }
    var seen: Set<Key> = []
    for suite in suites.indices {
      for index in suites[suite].cases.indices {
        var testCase = suites[suite].cases[index]
        testCase.classname = JUnitReport.line(testCase.classname)
        let name = XMLText.capped(XMLText.legal(testCase.name), bytes: JUnitReport.messageLimit - 16)
        testCase.name = name
        var number = 2
        while !seen.insert(Key(classname: testCase.classname, name: testCase.name)).inserted {
          testCase.name = "\(name) (\(number))"
          number += 1
        }
        suites[suite].cases[index] = testCase
      }
    }
  }

  /// Part of a class name.
  ///
  /// Dots divide a class name into packages, so those of a model's version become underscores.
  private static func segment(_ text: String) -> String {
    text.isEmpty ? "_" : text.replacing(".", with: "_")
  }

  private static func whole(_ milliseconds: Double) -> Int {
    guard milliseconds.isFinite, milliseconds > 0 else { return 0 }
    // Jenkins takes no case longer than a year.
    return Int(min(milliseconds.rounded(), 31_536_000_000))
  }

  /// The date and time of an RFC 3339 timestamp without fraction and offset, all that JUnit's readers agree on.
  static func timestamp(_ text: String) -> String? {
    let second = text.prefix(19)
    guard second.utf8.count == 19, second.wholeMatch(of: #/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/#) != nil else {
      return nil
    }
    return String(second).replacing(" ", with: "T")
  }
}

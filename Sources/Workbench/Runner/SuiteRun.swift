import CoachCore
import Foundation
import JSONKit
import Scoring

/// A whole run: trials in parallel, rows and records as they finish, then gates, summary and reports.
struct SuiteRun {
  /// What a person chose for the run.
  struct Options: Sendable {
    var jobs: Int
    var seed: UInt64
    var out: String?
    var golden: GoldenMode
    var goldens: String?
    var keepRecords: Int?
    var junitProfile: JUnitProfile
    var display: ProgressDisplay?
  }

  let selection: SuiteSelection
  let trials: [Trial]
  let options: Options
  let terminal: Terminal
  private let goldens: GoldenFolder
  private let runner: TrialRunner
  private let folder: OutputFolder
  private let runID: String
  private let startedAt: Date

  /// Reads every input and makes the folder, so that bad input ends the run before it begins.
  init(
    selection: SuiteSelection, setup: EngineSetup, trials: [Trial], options: Options, terminal: Terminal,
    startedAt: Date = Date(), target: TargetCoach? = nil
  ) throws {
    self.selection = selection
    self.trials = trials
    self.options = options
    self.terminal = terminal
    self.startedAt = startedAt
    let project = selection.project
    self.goldens = GoldenFolder(
      root: options.goldens.map { URL(filePath: $0) } ?? project.goldens, project: project)
    var known: [String: JSONValue] = [:]
    for (suite, test) in selection.cases where test.checks.contains(where: { $0.golden != nil }) {
      known[TrialRunner.goldenKey(suite, test)] = try goldens.read(suite: suite.name, caseID: test.id)
    }
    let runID = Self.runID(at: startedAt)
    self.runID = runID
    let inputs = try SuiteInputs(selection.cases, project: project)
    self.runner = TrialRunner(
      setup: setup, inputs: inputs, goldens: known, goldenMode: options.golden, seed: options.seed,
      target: target.map { TargetRun(target: $0, inputs: inputs, seed: options.seed, runID: runID) })
    self.folder = try OutputFolder(out: options.out, runID: runID, project: project)
  }

  /// Runs everything and gives the exit status.
  ///
  /// - Throws: `ReportError` when a report could not be written.
  func run() async throws -> Int32 {
    // A write beyond the file-size limit must be an error to report, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    let interrupt = Interrupt()
    let began = ContinuousClock.now
    let writer = try RunWriter(folder, keepRecords: options.keepRecords)
    let finished = await runTrials(writer: writer, interrupt: interrupt)
    let obsolete = selection.isWhole && !interrupt.isRaised ? obsoleteGoldens() : []
    for row in obsolete { await writer.append(FinishedTrial(row: row)) }
    let failure = await writer.failure ?? proposeGoldens(finished)
    var conditions: Set<ExitStatus> = interrupt.isRaised ? [.interrupted] : []
    if failure != nil { conditions.insert(.errorsOverBudget) }
    let judged = ordered(finished.map(\.row))
    let rows = judged + obsolete
    var summary = RunSummary(
      rows: rows, gates: gates(over: judged),
      run: RunProvenance(
        run: runID, version: CoachEngine.version, suites: selection.suites.map(\.file),
        startedAt: startedAt.formatted(.iso8601),
        durationMilliseconds: (ContinuousClock.now - began).milliseconds,
        seed: options.seed, jobs: options.jobs, host: ProcessInfo.processInfo.hostName),
      usageByAgent: AgentUsage.sum(finished.flatMap(\.usage)), conditions: conditions)
    let (notRun, leftOut) = (trials.count - finished.count, await writer.recordsLeftOut)
    summary.notRun = notRun > 0 ? notRun : nil
    summary.recordsLeftOut = leftOut > 0 ? leftOut : nil
    try report(summary, rows: rows, failure: failure)
    return summary.exitStatus
  }

  /// At most `jobs` trials at a time; a raised interrupt or a failed write starts nothing more.
  private func runTrials(writer: RunWriter, interrupt: Interrupt) async -> [FinishedTrial] {
    let progress = RunProgress(total: trials.count, display: options.display, terminal: terminal)
    var finished: [FinishedTrial] = []
    var waiting = trials.makeIterator()
    await withTaskGroup(of: FinishedTrial.self) { group in
      func startNext() async {
        guard !interrupt.isRaised, await writer.failure == nil, let trial = waiting.next() else { return }
        await progress.start()
        group.addTask { [runner] in await runner.run(trial) }
      }
      for _ in 0..<min(options.jobs, trials.count) { await startNext() }
      while let trial = await group.next() {
        await writer.append(trial)
        await progress.end(trial.row)
        finished.append(trial.withoutRecord)
        await startNext()
      }
    }
    await progress.finish()
    return finished
  }

  /// Rows in the order of the suite, whatever order they finished in.
  private func ordered(_ rows: [CaseResult]) -> [CaseResult] {
    func key(_ suite: String, _ id: String, _ variant: String, _ model: String, _ trial: Int) -> String {
      [suite, id, variant, model, String(trial)].joined(separator: "\u{1f}")
    }
    let positions = Dictionary(
      trials.enumerated().map { position, trial in
        (key(trial.suite.name, trial.test.id, trial.variant, trial.model, trial.number), position)
      }, uniquingKeysWith: { first, _ in first })
    return rows.sorted { left, right in
      let first = positions[key(left.suite, left.caseID, left.variant, left.model, left.trial)] ?? .max
      let second = positions[key(right.suite, right.caseID, right.variant, right.model, right.trial)] ?? .max
      return first < second
    }
  }

  private func gates(over rows: [CaseResult]) -> [(suite: String, result: GateResult)] {
    // With nothing selected there is nothing a gate could hold or fail over; the run says so by its own exit status.
    guard !trials.isEmpty else { return [] }
    return selection.suites.flatMap { suite in
      let own = rows.filter { $0.suite == suite.name }
      return suite.gates.map { (suite: suite.name, result: $0.evaluate(own)) }
    }
  }

  /// A golden no case of its suite has any more: a failure, since it protects nothing.
  private func obsoleteGoldens() -> [CaseResult] {
    selection.suites.flatMap { suite -> [CaseResult] in
      goldens.obsoleteFiles(suite).filter { $0.pathExtension == "json" }.map { golden in
        let id = golden.deletingPathExtension().lastPathComponent
        let file = selection.project.shown(golden)
        var row = CaseResult(
          suite: suite.name, caseID: id, kind: "golden", variant: suite.defaults.variant,
          model: suite.defaults.model, trial: 1, file: file, line: 1, provenance: .embedded, checks: [])
        row.checks = [
          .init(
            check: "golden", status: .failed,
            message: "obsolete: no case of \(suite.file) has it; delete \(file)")
        ]
        row.status = .failed
        return row
      }
    }
  }

  /// - Returns: the first proposal that could not be written, if any.
  private func proposeGoldens(_ finished: [FinishedTrial]) -> ReportError? {
    for trial in finished {
      guard let proposal = trial.proposal else { continue }
      do {
        try goldens.propose(proposal, suite: trial.row.suite, caseID: trial.row.caseID)
      } catch {
        return error
      }
    }
    return nil
  }

  private func report(_ summary: RunSummary, rows: [CaseResult], failure: ReportError?) throws {
    folder.link()
    let text = SummaryText(
      summary: summary, rows: rows, folder: selection.project.shown(URL(filePath: folder.path)))
    terminal.print(terminal.isJSON ? try JSONValueEncoder().encode(summary).compact() : text.text)
    if let failure {
      terminal.note("error: \(failure)")
      terminal.note("every row finished before that is kept in \(folder.file("results.jsonl"))")
    }
    // The summary is printed first: a disk that is full must not cost anybody the verdict.
    try AtomicFile.write(
      try JSONValueEncoder().encode(summary).pretty() + "\n", to: folder.file("summary.json"))
    let input = try ReportInput(folder: RunFolder(path: folder.path))
    try JUnitReport(profile: options.junitProfile).write(JUnitDocument(input), to: folder.file("junit.xml"))
    try HTMLReport().write(input, to: folder.file("report.html"))
  }

  /// `r-20260814-093000-7f3a`: sorts by time, and two runs of one second differ.
  static func runID(at date: Date) -> String {
    let parts = Calendar(identifier: .gregorian).dateComponents(in: .gmt, from: date)
    func two(_ value: Int?) -> String { String(format: "%02d", value ?? 0) }
    let day = "\(parts.year ?? 0)\(two(parts.month))\(two(parts.day))"
    let time = two(parts.hour) + two(parts.minute) + two(parts.second)
    return "r-\(day)-\(time)-\(String(format: "%04x", UInt16.random(in: 0...UInt16.max)))"
  }
}

extension Duration {
  /// The duration in milliseconds.
  var milliseconds: Double {
    Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
  }
}

extension FinishedTrial {
  /// A row that came from no run.
  init(row: CaseResult) {
    self.init(row: row, record: nil, factsKey: nil, proposal: nil, usage: [])
  }

  /// The trial once its record is on the disk: memory stays flat however many there are.
  var withoutRecord: FinishedTrial {
    FinishedTrial(row: row, record: nil, factsKey: factsKey, proposal: proposal, usage: usage)
  }
}

extension AgentUsage {
  /// The usage of many runs, by agent in order of first appearance.
  static func sum(_ usages: [AgentUsage]) -> [AgentUsage] {
    var totals: [AgentUsage] = []
    for usage in usages {
      guard let index = totals.firstIndex(where: { $0.agent == usage.agent }) else {
        totals.append(usage)
        continue
      }
      totals[index].calls += usage.calls
      totals[index].inputTokens += usage.inputTokens
      totals[index].outputTokens += usage.outputTokens
      if let cost = usage.costMicros { totals[index].costMicros = (totals[index].costMicros ?? 0) + cost }
    }
    return totals
  }
}

import Foundation
import JSONKit

/// Holds soaks of more and more sessions over the same ramp until a gate breaks, and closes in on where.
struct KneeRun {
  private let suite: SoakSuite
  private let options: SoakRun.Options
  private let most: Int
  private let terminal: Terminal
  private let folder: OutputFolder
  private let provenance: SoakProvenance

  /// The most sessions that are tried where nobody says otherwise.
  static let most = 6_400

  /// Makes the folder, so that bad input ends the search before it begins.
  ///
  /// - Parameters:
  ///   - suite: its settings are those of the first rung.
  ///   - options: without chaos; the folder is that of the search, in which each rung has its own.
  /// - Throws: `InputError` when the first rung would be past the most.
  init(
    _ suite: SoakSuite, options: SoakRun.Options, most: Int, terminal: Terminal, startedAt: Date = Date()
  ) throws {
    let first = suite.settings.sessions
    guard first <= most else {
      throw InputError(
        InputProblem(
          suite.suite.file, "the search begins with \(first) sessions, which is past the most of \(most)",
          remedy: "lower --sessions or raise --most"))
    }
    let run = "knee-" + SuiteRun.runID(at: startedAt).dropFirst(2)
    self.suite = suite
    self.options = options
    self.most = most
    self.terminal = terminal
    provenance = SoakProvenance(
      run: run, target: options.url, startedAt: startedAt.formatted(.iso8601), seed: options.seed)
    folder = try OutputFolder(named: options.out ?? suite.project.reports.appending(path: run).path)
  }

  /// Searches and gives the exit status: that of the first rung, or 0 when it held.
  ///
  /// - Throws: `ReportError` when a report could not be written.
  func run() async throws -> Int32 {
    let interrupt = Interrupt()
    var search = KneeSearch(from: suite.settings.sessions, most: most)
    var rungs: [KneeRung] = []
    while case .hold(let sessions) = search.next, !interrupt.isRaised {
      guard let rung = try await hold(sessions, number: rungs.count, until: interrupt) else { break }
      terminal.note(KneeText.line(rung))
      rungs.append(rung)
      search.record(isHeld: rung.isHeld)
    }
    let knee = SoakKnee(
      search, rungs, of: suite, provenance, isInterrupted: interrupt.isRaised && search.next != .done)
    let shown = suite.project.shown(URL(filePath: folder.path))
    terminal.print(
      terminal.isJSON
        ? try JSONValueEncoder().encode(knee).compact() : KneeText(knee: knee, folder: shown).text)
    try KneeReport(junitProfile: options.junitProfile).write(knee, to: folder)
    return knee.exitStatus
  }

  /// A soak with servers of its own; nil when a person ended it before it was over.
  private func hold(_ sessions: Int, number: Int, until interrupt: Interrupt) async throws -> KneeRung? {
    var (suite, options) = (suite, options)
    suite.settings.sessions = sessions
    let place = "rungs/\(sessions)"
    options.out = folder.file(place)
    // Idempotency keys come from the seed, and a façade that was not started for the rung knows those before.
    options.seed &+= UInt64(number)
    options.against = .nothing
    let rampSeconds = suite.settings.arrivalSeconds
    terminal.note(
      "rung \(number + 1): \(sessions) sessions over \(Figures.plain(rampSeconds, decimals: 3)) s")
    do {
      let run = try SoakRun(suite, options: options, terminal: terminal)
      let outcome = try await run.held(until: interrupt)
      try run.files.write(outcome)
      guard !interrupt.isRaised else { return nil }
      return KneeRung(
        outcome.summary, sessions: sessions, rampSeconds: rampSeconds, report: "\(place)/report.html")
    } catch let error as SoakError {
      return interrupt.isRaised
        ? nil : KneeRung(failed: error, sessions: sessions, rampSeconds: rampSeconds)
    }
  }
}

import CoachClient
import CoachCore
import Finance
import Foundation
import HTTPTransport
import JSONKit
import Scoring

/// A whole soak: servers, load, verdicts, figures, gates, reports.
struct SoakRun {
  /// What a person chose for it.
  struct Options: Sendable {
    var url: String?
    var seed: UInt64
    var out: String?
    var chaos: Bool
    var junitProfile: JUnitProfile
    var against = SoakBaseline.newest
  }

  /// What became of it.
  struct Outcome {
    let summary: SoakSummary
    let rows: [SoakRow]
  }

  let suite: SoakSuite
  let options: Options
  let terminal: Terminal
  private let folder: OutputFolder
  private let runID: String
  private let startedAt: Date
  private let earlier: SoakSummary?

  /// Reads the soak to compare with and makes the folder, so that bad input ends the soak before it begins.
  init(_ suite: SoakSuite, options: Options, terminal: Terminal, startedAt: Date = Date()) throws {
    self.suite = suite
    self.options = options
    self.terminal = terminal
    self.startedAt = startedAt
    runID = "soak-" + SuiteRun.runID(at: startedAt).dropFirst(2)
    // Never `latest`: the commands that read it expect the folder of a run.
    let out = options.out ?? suite.project.reports.appending(path: runID).path
    earlier = try options.against.summary(of: suite, out: out, startedAt: startedAt.formatted(.iso8601))
    folder = try OutputFolder(out: out, runID: runID, project: suite.project)
  }

  /// Holds the soak and gives the exit status.
  ///
  /// - Throws: `SoakError` when there was nothing to soak, `ReportError` when a report could not be written.
  func run() async throws -> Int32 {
    let outcome = try await held(until: Interrupt())
    try files.print(outcome, to: terminal)
    try files.write(outcome)
    return outcome.summary.exitStatus
  }

  /// Where its files go.
  var files: SoakFiles {
    SoakFiles(
      folder: folder, shown: suite.project.shown(URL(filePath: folder.path)),
      junitProfile: options.junitProfile)
  }

  /// Holds the soak; what has begun when a person interrupts is judged.
  ///
  /// - Throws: `SoakError` when there was nothing to soak.
  func held(until interrupt: Interrupt) async throws -> Outcome {
    let firstDay = RunClock.system.indianDay
    let servers = options.url == nil ? try await startServers() : nil
    let held: Held
    do {
      held = try await hold(servers, at: options.url ?? servers?.url ?? "", interrupt)
    } catch {
      await servers?.stop()
      throw error
    }
    await servers?.stop()
    let days = 1 + max(0, firstDay.days(until: RunClock.system.indianDay))
    let verdicts = held.verdicts
    let shared = SharedBudget.all(
      verdicts, warmUp: held.warmUp, under: suite.settings.caps, days: days)
    var summary = SoakSummary(
      verdicts, of: suite,
      SoakProvenance(
        run: runID, target: options.url, startedAt: startedAt.formatted(.iso8601), seed: options.seed),
      gates: options.chaos ? suite.settings.chaosGates : suite.settings.gates, samples: held.samples,
      quietPoints: held.quiet, sharedBudgets: shared, chaos: held.chaos,
      conditions: interrupt.isRaised ? [.interrupted] : [])
    summary.against = earlier.map { SoakComparison(of: summary, against: $0) }
    return Outcome(summary: summary, rows: verdicts.map { SoakRow($0, origin: held.origin ?? 0) })
  }

  private func startServers() async throws -> ServerPair {
    var settings: [String: String] = [:]
    if suite.settings.rounds > 1 { settings["AICOACH_IDLE_SECONDS"] = "\(QuietWatch.idleSeconds)" }
    settings.merge(suite.settings.caps.environment) { $1 }
    let think = suite.settings.think
    // All that are opened may be under way at once, unless they share the cores anyway.
    if think > .zero { settings["AICOACH_MAX_SESSIONS"] = "\(min(suite.settings.sessions, 10_000))" }
    return try await ServerPair(project: suite.project, logs: folder.path, think: think, settings: settings)
  }

  /// What was seen while the load was on.
  private struct Held {
    /// Sessions in the order of the plan, without what their events said.
    var verdicts: [StreamVerdict] = []
    var samples: [UsageSample] = []
    var chaos: [ChaosEvent] = []
    var quiet: [QuietPoint] = []
    /// The sessions before the first round.
    var warmUp: [StreamVerdict] = []
    /// When the first round began, in nanoseconds of the clock of all rounds.
    var origin: UInt64?
  }

  /// Holds one round after the other; with several, there is a quiet point before the first and after each.
  private func hold(_ servers: ServerPair?, at url: String, _ interrupt: Interrupt) async throws -> Held {
    let clock = ClientClock.continuous()
    let watch = suite.settings.rounds > 1 ? servers.map { QuietWatch($0, clock: clock) } : nil
    var held = Held()
    if let watch {
      let plan = SoakPlan.warmUp(suite.settings, cases: suite.members.count, seed: options.seed)
      terminal.note("warming up with \(plan.sessions.count) sessions")
      // What goes wrong here goes wrong in the rounds too, where it is judged.
      try await CurlTransport.withTransport { transport in
        let load = SoakLoad(suite, plan: plan, url: url, transport: transport, clock: clock)
        let logs = await load.run(tokens: try await load.signIn(), origin: clock.nanoseconds()) {
          interrupt.isRaised
        }
        held.warmUp = await Self.judge(logs, of: suite)
      }
      held.quiet.append(try await watch.point(after: 0))
    }
    let plan = SoakPlan(suite.settings, cases: suite.members.count, seed: options.seed)
    for round in plan.rounds where !interrupt.isRaised {
      try await hold(round, servers, at: url, clock, interrupt, into: &held)
      guard let watch, !interrupt.isRaised else { continue }
      held.quiet.append(try await watch.point(after: held.verdicts.count))
    }
    return held
  }

  /// Holds a round over connections of its own, which are closed at its end.
  private func hold(
    _ round: SoakPlan, _ servers: ServerPair?, at url: String, _ clock: ClientClock, _ interrupt: Interrupt,
    into held: inout Held
  ) async throws {
    let number = round.sessions.first?.round ?? 1
    let first = held.origin
    let seen = try await CurlTransport.withTransport { transport in
      let load = SoakLoad(suite, plan: round, url: url, transport: transport, clock: clock)
      let of = suite.settings.rounds > 1 ? ", round \(number) of \(suite.settings.rounds)" : ""
      terminal.note("signing in \(round.sessions.count) users at \(url)\(of)")
      let tokens = try await load.signIn()
      terminal.note("opening \(round.sessions.count) sessions over \(suite.settings.ramp)")
      let begun = clock.nanoseconds()
      let origin = first ?? begun
      let watch = Task { [terminal] in
        await UsageSampler(servers, load, origin: origin, terminal: terminal).run()
      }
      let chaos = Task { [suite, options] () async throws -> [ChaosEvent] in
        guard options.chaos, let servers else { return [] }
        let plan = ChaosPlan(ramp: suite.settings.ramp, seed: options.seed &+ UInt64(number - 1))
        return try await ChaosDriver(plan, servers, load, origin: begun).run()
      }
      let logs = await load.run(tokens: tokens, origin: begun) { interrupt.isRaised }
      // Whatever the chaos began is finished before the servers are asked for anything else.
      let befallen = await chaos.result
      watch.cancel()
      let before = SoakTime.milliseconds(from: origin, to: begun) / 1_000
      return Held(
        verdicts: await Self.judge(logs, of: suite), samples: await watch.value,
        chaos: try befallen.get().map { ChaosEvent(kind: $0.kind, seconds: $0.seconds + before) },
        origin: origin)
    }
    held.verdicts += seen.verdicts
    held.samples += seen.samples
    held.chaos += seen.chaos
    held.origin = seen.origin
  }

  /// Judges the sessions of a round, once it is over, so that judging takes no time from the servers.
  ///
  /// What their events said is kept no longer: it is most of what a session takes here.
  private static func judge(_ logs: [SessionLog], of suite: SoakSuite) async -> [StreamVerdict] {
    await withTaskGroup(of: StreamVerdict.self) { group in
      for log in logs {
        group.addTask {
          StreamVerdict(log, of: suite.members[log.plan.place], in: suite).withoutPayloads
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
        .sorted { $0.log.plan.number < $1.log.plan.number }
    }
  }
}

import CoachCore
import Foundation
import Scoring

/// When and where a soak was held.
struct SoakProvenance: Sendable {
  let run: String
  let target: String?
  let startedAt: String
  let seed: UInt64
}

extension SoakSummary {
  /// Sums up a soak.
  ///
  /// - Parameters:
  ///   - gates: the limits that hold for it.
  ///   - conditions: what sessions and gates cannot tell, such as `.interrupted`.
  init(
    _ verdicts: [StreamVerdict], of suite: SoakSuite, _ provenance: SoakProvenance, gates: [FigureGate],
    samples: [UsageSample], quietPoints: [QuietPoint] = [],
    sharedBudgets: [SharedBudget] = [],
    chaos: [ChaosEvent], conditions: Set<ExitStatus>
  ) {
    let times = SoakTimes(verdicts.map(\.log), think: suite.settings.think)
    let counts = SoakCounts(verdicts, stalls: times.stalls, shared: sharedBudgets)
    let figures = SoakFigures(
      counts: counts, times: times, quiet: QuietFigures(quietPoints), shared: sharedBudgets)
    let outcomes = gates.map { gate in
      let outcome = gate.evaluate(figures.figure(gate.metric.name))
      return GateOutcome(
        suite: suite.suite.name, gate: gate.description, status: outcome.status, actual: outcome.actual,
        message: outcome.message)
    }
    let statuses = Self.statuses(
      counts, outcomes, Self.conditions(quietPoints, sharedBudgets, beside: conditions))
    schema = Self.schemaName
    run = provenance.run
    version = CoachEngine.version
    self.suite = suite.suite.file
    target = provenance.target
    startedAt = provenance.startedAt
    seed = provenance.seed
    host = ProcessInfo.processInfo.hostName
    processors = ProcessInfo.processInfo.activeProcessorCount
    load = Load(
      sessions: suite.settings.sessions, rampSeconds: suite.settings.ramp / .seconds(1),
      thinkSeconds: suite.settings.think / .seconds(1), rounds: suite.settings.rounds,
      variant: suite.suite.defaults.variant, model: suite.suite.defaults.model)
    self.counts = counts
    groups = Self.groups(verdicts)
    self.gates = outcomes
    self.times = SoakTimes.Kind.allCases.map { Time($0.rawValue, times[$0]) }
    self.samples = samples
    self.chaos = chaos
    exitStatus = statuses.first?.rawValue ?? ExitStatus.passed.rawValue
    exitReasons = statuses.map(\.reason)
    usage = SoakUsage(verdicts, price: suite.price)
    self.quietPoints = quietPoints.isEmpty ? nil : quietPoints
    self.sharedBudgets = sharedBudgets.isEmpty ? nil : sharedBudgets
  }

  /// What servers that were never quiet and caps that were passed together add to other conditions.
  static func conditions(
    _ quietPoints: [QuietPoint], _ sharedBudgets: [SharedBudget], beside others: Set<ExitStatus>
  ) -> Set<ExitStatus> {
    var conditions = others
    if quietPoints.contains(where: { $0.unrest != nil }) { conditions.insert(.errorsOverBudget) }
    if sharedBudgets.contains(where: \.isOverrun) { conditions.insert(.checkFailed) }
    return conditions
  }

  /// Everything that holds, the first being the exit status.
  static func statuses(
    _ counts: SoakCounts, _ gates: [GateOutcome], _ conditions: Set<ExitStatus>
  ) -> [ExitStatus] {
    var held = conditions
    if counts.sessions == 0 { held.insert(.nothingSelected) }
    if counts.errors > 0 { held.insert(.errorsOverBudget) }
    if counts.failed > 0 { held.insert(.checkFailed) }
    if gates.contains(where: { $0.status != .passed }) { held.insert(.gateFailed) }
    return ExitStatus.precedence.filter(held.contains)
  }

  private static func groups(_ verdicts: [StreamVerdict]) -> [Group] {
    Behaviour.allCases.compactMap { behaviour in
      let sessions = verdicts.filter { $0.log.plan.behaviour == behaviour }
      guard !sessions.isEmpty else { return nil }
      var outcomes: [String: Int] = [:]
      for session in sessions { outcomes[session.outcome?.rawValue ?? "none", default: 0] += 1 }
      return Group(
        behaviour: behaviour, sessions: sessions.count, ok: sessions.count { $0.isOK },
        outcomes: outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" })
    }
  }
}

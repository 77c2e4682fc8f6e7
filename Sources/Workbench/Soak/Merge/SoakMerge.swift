import CoachCore
import Scoring

/// Soaks that were held side by side, as on many machines, joined into one.
///
/// Distributions, counts and groups are added, so every percentile is that of all values together; the gates are
/// evaluated anew over them. The result is a soak's like any other and can be joined again: however soaks are grouped
/// and in whatever order they come, the result is the same.
struct SoakMerge {
  /// A soak to join.
  struct Part {
    /// Where it was read, for messages.
    let place: String
    let summary: SoakSummary
    let rows: [SoakRow]
  }

  /// The joined soak.
  let outcome: SoakRun.Outcome

  /// Joins soaks.
  ///
  /// - Throws: `InputError` when they cannot be one: fewer than two, of different suites, under different gates, one
  ///   of them twice, or with figures no soak can have.
  init(_ parts: [Part]) throws(InputError) {
    let problems = Self.problems(parts)
    guard problems.isEmpty else { throw InputError(problems) }
    let sources = parts.flatMap(\.summary.parts).sorted { $0.run < $1.run }
    // That of the least run, so that nothing depends on the order of the parts.
    let first = parts.min { Self.leastRun($0) < Self.leastRun($1) }
    guard let first else { throw InputError(InputProblem("--merge", "there is nothing to join")) }
    let rows = parts.flatMap { part in
      part.rows.map { row in
        var row = row
        row.run = row.run ?? part.summary.run
        return row
      }
    }.sorted { ($0.run ?? "", $0.session) < ($1.run ?? "", $1.session) }
    outcome = SoakRun.Outcome(
      summary: try Self.summary(parts.map(\.summary), sources, like: first), rows: rows)
  }

  private static func leastRun(_ part: Part) -> String { part.summary.parts.map(\.run).min() ?? "" }

  private static func summary(
    _ summaries: [SoakSummary], _ sources: [SoakSource], like first: Part
  ) throws(InputError) -> SoakSummary {
    guard let counts = SoakCounts.joined(summaries.map(\.counts)),
      let times = times(summaries), let groups = SoakSummary.Group.joined(summaries.flatMap(\.groups))
    else {
      throw InputError(
        InputProblem(first.place, "the figures of these soaks are too large to add, or not those of a soak"))
    }
    let figures = SoakFigures(
      counts: counts, times: times, shared: sources.flatMap { $0.sharedBudgets ?? [] })
    let gates = try gates(first, figures, sources)
    let statuses = SoakSummary.statuses(counts, gates, conditions(sources))
    return SoakSummary(
      schema: SoakSummary.schemaName, run: run(sources), version: joined(sources.map(\.version)),
      suite: first.summary.suite, target: target(sources),
      startedAt: sources.map(\.startedAt).min() ?? "", seed: nil, host: joined(sources.map(\.host)),
      processors: processors(sources), load: load(sources), counts: counts, groups: groups, gates: gates,
      times: SoakTimes.Kind.allCases.map { SoakSummary.Time($0.rawValue, times[$0]) }, samples: [],
      chaos: [], exitStatus: statuses.first?.rawValue ?? ExitStatus.passed.rawValue,
      exitReasons: statuses.map(\.reason), usage: SoakUsage(joining: sources.map(\.usage)), sources: sources)
  }

  /// A name that follows from those of the sources alone.
  private static func run(_ sources: [SoakSource]) -> String {
    "soak-merge-" + ContentHash.sha256(sources.map(\.run).joined(separator: "\n")).prefix(8)
  }

  /// What sessions and gates cannot tell.
  private static func conditions(_ sources: [SoakSource]) -> Set<ExitStatus> {
    SoakSummary.conditions(
      sources.flatMap { $0.quietPoints ?? [] }, sources.flatMap { $0.sharedBudgets ?? [] },
      beside: sources.contains(where: \.isInterrupted) ? [.interrupted] : [])
  }

  private static func gates(
    _ first: Part, _ figures: SoakFigures, _ sources: [SoakSource]
  ) throws(InputError) -> [GateOutcome] {
    var outcomes: [GateOutcome] = []
    for line in first.summary.gates {
      do throws(ScoringError) {
        let gate = try FigureGate(line.gate, metrics: SoakFigures.metrics)
        let name = gate.metric.name
        let outcome = gate.evaluate(figures.figure(name) ?? quiet(name, sources))
        outcomes.append(
          GateOutcome(
            suite: line.suite, gate: line.gate, status: outcome.status, actual: outcome.actual,
            message: outcome.message))
      } catch {
        throw InputError(InputProblem(first.place, error.message))
      }
    }
    return outcomes
  }
}

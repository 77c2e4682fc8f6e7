extension JUnitDocument {
  /// The report of a soak: one suite of sessions with each failed stream a case, and one of gates.
  ///
  /// Sessions that are right are one case for each behaviour: a thousand green lines would hide the red one.
  init(_ summary: SoakSummary, failing rows: [SoakRow]) {
    let prefix = "workbench.soak"
    var cases = summary.groups.map { group in
      Case(
        classname: prefix,
        name: "\(group.behaviour.rawValue): \(group.ok) of \(group.sessions) streams are right",
        outcome: group.ok == group.sessions ? .passed : .failed(Self.problem(group)))
    }
    cases += rows.map { row in
      Case(
        classname: "\(prefix).\(row.behaviour.rawValue)",
        name: "session \(row.session) of \(row.caseID)" + (row.run.map { " in \($0)" } ?? ""),
        outcome: row.status == "error" ? .error(Self.problem(row)) : .failed(Self.problem(row)),
        milliseconds: Int(min(max(row.totalMilliseconds, 0), 31_536_000_000)))
    }
    cases += summary.parts.flatMap { $0.quietPoints ?? [] }.compactMap(Self.unrest)
    cases += summary.parts.flatMap { $0.sharedBudgets ?? [] }.filter(\.isOverrun).map(Self.overrun)
    if cases.isEmpty {
      let problem = Problem(
        type: "empty_run", message: "no session was opened", body: "no session was opened")
      cases = [Case(classname: prefix, name: "no session was opened", outcome: .error(problem))]
    }
    self.init(
      name: "workbench", timestamp: Self.timestamp(summary.startedAt), host: summary.host,
      suites: [
        Suite(
          name: "soak \(summary.suite)", cases: cases,
          properties: [
            Property(name: "run.id", value: summary.run),
            Property(name: "run.seed", value: summary.seed.map { "\($0)" } ?? "one of each soak"),
            Property(name: "workbench.version", value: summary.version),
          ])
      ])
    if !summary.gates.isEmpty { suites.append(Self.gates(summary.gates)) }
    makeUnique()
  }

  /// Servers that did not become quiet in time.
  private static func unrest(_ point: QuietPoint) -> Case? {
    point.unrest.map { unrest in
      let problem = Problem(type: "unrest", message: unrest, body: unrest)
      return Case(
        classname: "workbench.soak.quiet", name: "quiet after \(point.sessions) sessions",
        outcome: .error(problem))
    }
  }

  /// A cap that sessions passed together.
  private static func overrun(_ budget: SharedBudget) -> Case {
    let problem = Problem(type: "budget", message: budget.text, body: budget.text)
    return Case(classname: "workbench.soak.budgets", name: budget.name, outcome: .failed(problem))
  }

  private static func problem(_ group: SoakSummary.Group) -> Problem {
    let message = "\(group.sessions - group.ok) of \(group.sessions) streams are not right"
    return Problem(type: "stream", message: message, body: message)
  }

  private static func problem(_ row: SoakRow) -> Problem {
    Problem(
      type: row.findings.first?.kind ?? "stream",
      message: row.findings.first?.message ?? "the stream is not right",
      body: row.findings.map { "\($0.kind): \($0.message)" }.joined(separator: "\n"))
  }
}

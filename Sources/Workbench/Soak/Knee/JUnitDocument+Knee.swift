import Scoring

extension JUnitDocument {
  /// The report of a search for the knee: whether the first rung held, and whether the search came to its end.
  ///
  /// That a later rung broke is what the search is for, and no failure.
  init(_ knee: SoakKnee) {
    let prefix = "workbench.soak.knee"
    let first = knee.rungs.first
    let problem = Problem(
      type: "rung", message: first?.reasons ?? "no rung was finished",
      body: first.map(KneeText.line) ?? knee.says)
    let isInterrupted = knee.exitReasons == [ExitStatus.interrupted.reason]
    let output = (knee.rungs.map(KneeText.line) + [knee.says] + [knee.clientNote].compactMap(\.self))
      .joined(separator: "\n")
    self.init(
      name: "workbench", timestamp: Self.timestamp(knee.startedAt), host: knee.host,
      suites: [
        Suite(
          name: "knee \(knee.suite)",
          cases: [
            Case(
              classname: prefix, name: "the first rung holds",
              outcome: first?.isHeld == true ? .passed : first == nil ? .error(problem) : .failed(problem)),
            Case(
              classname: prefix, name: "the search comes to its end",
              outcome: isInterrupted
                ? .error(Problem(type: "interrupted", message: knee.says, body: knee.says)) : .passed,
              output: output),
          ],
          properties: [
            Property(name: "run.id", value: knee.run), Property(name: "run.seed", value: "\(knee.seed)"),
            Property(name: "workbench.version", value: knee.version),
          ])
      ])
  }
}

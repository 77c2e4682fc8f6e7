import JSONKit

/// The proposals a command line names.
enum PendingGoldens {
  /// Those that wait for the cases named, or all when none is.
  ///
  /// - Parameter names: `<case>` or `<suite>/<case>`.
  /// - Throws: `InputError` for a name nothing waits for.
  static func chosen(_ names: [String], in folder: GoldenFolder) throws -> [GoldenFolder.Pending] {
    let pending = folder.pending()
    let problems = names.filter { name in !pending.contains { $0.answers(to: name) } }.map { name in
      InputProblem(
        name, "no proposal waits for this case",
        remedy: "run its suite first; `workbench golden list` shows all")
    }
    guard problems.isEmpty else { throw InputError(problems) }
    return pending.filter { item in names.isEmpty || names.contains(where: item.answers(to:)) }
  }

  /// What was done to proposals, a line each or as one object.
  static func report(_ done: [GoldenFolder.Pending], as verb: String, to terminal: Terminal, none: String) {
    let names = done.map(\.name)
    if terminal.isJSON {
      terminal.print(JSONValue.object([verb: .array(names.map { .string($0) })]).compact())
    } else {
      terminal.print(names.isEmpty ? none : names.map { "\(verb) \($0)" }.joined(separator: "\n"))
    }
  }

  /// A proposal as an object.
  static func json(_ pending: GoldenFolder.Pending, in folder: GoldenFolder) throws -> JSONValue {
    let change = try folder.change(pending)
    return [
      "suite": .string(pending.suite), "case": .string(pending.caseID),
      "golden": .string(folder.project.shown(pending.golden)),
      "proposal": .string(folder.project.shown(pending.proposal)), "new": .bool(change.isNew),
      "differences": .array(change.lines.map { .string($0) }),
    ]
  }

  /// What is said when nothing waits.
  static let none = "no golden waits to be accepted"
}

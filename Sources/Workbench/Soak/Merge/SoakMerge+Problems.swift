extension SoakMerge {
  /// Every reason why soaks cannot be joined.
  static func problems(_ parts: [Part]) -> [InputProblem] {
    guard let first = parts.first, parts.count > 1 else {
      return [InputProblem("--merge", "one soak alone cannot be joined", remedy: "name two or more")]
    }
    return repeated(parts)
      + parts.dropFirst().flatMap { part in suiteProblems(first, part) + gateProblems(first, part) }
  }

  /// A soak counted twice would be taken for two.
  private static func repeated(_ parts: [Part]) -> [InputProblem] {
    var places: [String: String] = [:]
    return parts.flatMap { part in
      part.summary.parts.compactMap { source in
        places.updateValue(part.place, forKey: source.run).map { other in
          InputProblem(
            part.place, "the soak \(source.run) is joined twice, here and in \(other)",
            remedy: "name each soak once")
        }
      }
    }
  }

  private static func suiteProblems(_ first: Part, _ part: Part) -> [InputProblem] {
    guard part.summary.suite != first.summary.suite else { return [] }
    return [
      InputProblem(
        part.place,
        "this soak is of the suite \(part.summary.suite), that of \(first.place) of \(first.summary.suite)",
        remedy: "join soaks of one suite")
    ]
  }

  private static func gateProblems(_ first: Part, _ part: Part) -> [InputProblem] {
    func lines(_ part: Part) -> [String] { part.summary.gates.map(\.gate) }
    let (before, after) = (lines(first), lines(part))
    let missing = before.filter { !after.contains($0) }.map { "`\($0)` is a gate of \(first.place) alone" }
    let added = after.filter { !before.contains($0) }.map { "`\($0)` is a gate of \(part.place) alone" }
    return (missing + added).map {
      InputProblem(part.place, $0, remedy: "hold the soaks under the same gates, with or without --chaos")
    }
  }
}

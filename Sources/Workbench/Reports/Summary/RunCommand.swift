import Scoring

/// The commands a person pastes to look into a case.
enum RunCommand {
  /// Runs one case again as it ran here.
  static func run(_ row: CaseResult) -> String {
    "workbench run \(quoted(row.file)) --case \(quoted(row.caseID))"
      + " --variant \(quoted(row.variant)) --model \(quoted(row.model))"
      + (row.mutant.map { " --seed \($0.seed)" } ?? "")
      + (row.target.map { " --target \(quoted($0))" } ?? "")
  }

  /// Accepts what a case produced as its new golden.
  static func acceptGolden(_ row: CaseResult) -> String {
    "workbench golden accept \(quoted("\(row.suite)/\(row.caseID)"))"
  }

  /// The command that settles a failing row.
  ///
  /// Where nothing but the golden failed it proposes one anew and accepts it, which works whether or not the run itself
  /// proposed one; an obsolete golden is deleted; anything else is run again.
  static func next(after row: CaseResult) -> String {
    if row.kind == "golden" { return "rm \(quoted(row.file))" }
    let failed = row.checks.filter { $0.status == .failed || $0.status == .error }
    let isGoldenOnly = row.error == nil && !failed.isEmpty && failed.allSatisfy { $0.check == "golden" }
    return isGoldenOnly ? "\(run(row)) --golden failed; \(acceptGolden(row))" : run(row)
  }

  /// A word as a POSIX shell reads it back.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-_./:@%+=,".utf8.contains(byte)
        }
      }
    return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}

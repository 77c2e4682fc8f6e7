import Foundation

extension SoakMerge.Part {
  /// Reads a soak's folder.
  ///
  /// - Throws: `InputError` for the folder of a run, `ReportError` for what cannot be read.
  init(folder path: String) throws {
    let folder = SoakFolder(path: path)
    guard try folder.schema() != "summary/1" else {
      throw InputError(
        InputProblem(path, "this is the folder of a run", remedy: "only soaks can be joined"))
    }
    let outcome = try folder.outcome()
    self.init(place: path, summary: outcome.summary, rows: outcome.rows)
  }
}

extension SoakMerge {
  /// Joins the soaks of some folders into another: `report --merge`.
  ///
  /// - Parameter out: the folder to write into; nil for one named by the soaks under the project's reports.
  /// - Returns: the exit status of the joined soak.
  static func join(
    _ folders: [String], out: String?, junitProfile: JUnitProfile, terminal: Terminal
  ) throws -> Int32 {
    let merge = try SoakMerge(try folders.map { try Part(folder: $0) })
    let run = merge.outcome.summary.run
    let shown = try out ?? defaultFolder(run)
    if let taken = folders.first(where: { real(SoakFolder(path: $0).path) == real(shown) }) {
      throw InputError(
        InputProblem(
          shown, "the joined soak would overwrite \(taken), of which it is made",
          remedy: "name another folder"))
    }
    let files = SoakFiles(
      folder: try OutputFolder(named: shown), shown: shown, junitProfile: junitProfile)
    try files.print(merge.outcome, to: terminal)
    try files.write(merge.outcome)
    return merge.outcome.summary.exitStatus
  }

  /// As seen from the current folder where that is the project's.
  private static func defaultFolder(_ run: String) throws -> String {
    let current = URL(filePath: FileManager.default.currentDirectoryPath)
    let reports = try Project(containing: current.path).reports.appending(path: run).path
    let prefix = current.path + "/"
    return reports.hasPrefix(prefix) ? String(reports.dropFirst(prefix.count)) : reports
  }

  private static func real(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

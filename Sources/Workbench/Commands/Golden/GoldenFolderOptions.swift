import ArgumentParser
import Foundation

/// Where a golden command looks.
struct GoldenFolderOptions: ParsableArguments {
  @Option(help: "The folder of goldens. Default: goldens.", completion: .directory)
  var goldens: String?

  func validate() throws {
    if goldens?.isEmpty == true { throw ValidationError("--goldens is empty; leave it out for the default.") }
  }

  /// The goldens meant, in the project the command was started in.
  ///
  /// - Throws: `InputError` when there is no project here, or no such folder.
  func folder() throws -> GoldenFolder {
    let project = try Project(containing: ".")
    guard let goldens else { return GoldenFolder(root: project.goldens, project: project) }
    let root = URL(filePath: goldens)
    guard FileManager.default.isDirectory(root) else {
      throw InputError(
        InputProblem(goldens, "there is no such folder", remedy: "name that of the run's --goldens"))
    }
    return GoldenFolder(root: root, project: project)
  }

  /// What to add to a command so that it looks in the same place.
  var argument: String { goldens.map { " --goldens \(RunCommand.quoted($0))" } ?? "" }
}

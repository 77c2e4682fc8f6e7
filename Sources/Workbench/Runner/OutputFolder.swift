import Foundation

/// The folder a run writes into.
struct OutputFolder: Sendable {
  /// Its path.
  let path: String
  /// Whether `reports/latest` should point at it.
  private let latest: String?

  /// Makes the folder `out`, or `reports/<run-id>` when none is named.
  ///
  /// - Throws: `InputError` when it cannot be made or written: that is bad input, found before anything ran.
  init(out: String?, runID: String, project: Project) throws {
    let folder = out.map { URL(filePath: $0) } ?? project.reports.appending(path: runID)
    self.path = folder.path
    self.latest = out == nil ? project.reports.appending(path: "latest").path : nil
    try Self.make(folder, shown: out ?? folder.path)
  }

  /// Makes a folder that is named, for which no project is needed.
  ///
  /// - Throws: `InputError` as the other.
  init(named out: String) throws {
    path = URL(filePath: out).path
    latest = nil
    try Self.make(URL(filePath: out), shown: out)
  }

  private static func make(_ folder: URL, shown: String) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw InputError(
        InputProblem(
          shown, "this folder cannot be made: \(reason(folder))",
          remedy: "name a folder with --out that can be written"))
    }
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      throw InputError(
        InputProblem(
          shown, "this folder cannot be written",
          remedy: "change its permissions or name another with --out"))
    }
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Points `reports/latest` at the folder; a link that cannot be made costs nobody their run.
  func link() {
    guard let latest else { return }
    let temporary = "\(latest).tmp-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.removeItem(atPath: temporary)
    guard
      (try? FileManager.default.createSymbolicLink(
        atPath: temporary, withDestinationPath: URL(filePath: path).lastPathComponent)) != nil
    else { return }
    // A rename replaces the old link in one step; nobody sees the folder without one.
    if rename(temporary, latest) != 0 { try? FileManager.default.removeItem(atPath: temporary) }
  }

  /// Which part of the path stands in the way.
  private static func reason(_ folder: URL) -> String {
    var part = folder.standardizedFileURL
    while part.path != "/" {
      if FileManager.default.fileExists(atPath: part.path) {
        return FileManager.default.isDirectory(part)
          ? "\(part.path) cannot be written" : "\(part.path) is a file, not a folder"
      }
      part = part.deletingLastPathComponent()
    }
    return "no part of its path exists"
  }
}

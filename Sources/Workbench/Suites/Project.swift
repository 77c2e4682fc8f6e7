import Finance
import Foundation
import Scoring

/// The folder a suite belongs to, which is the nearest one above it that holds prompts.
///
/// Paths in a suite start there.
struct Project: Sendable {
  let root: URL

  /// Finds the project a file or folder belongs to.
  ///
  /// - Throws: `InputError` when no folder above it holds `prompts/`.
  init(containing path: String) throws {
    var folder = URL(filePath: path).standardizedFileURL
    while true {
      if FileManager.default.isDirectory(folder.appending(path: "prompts")) {
        self.root = folder
        return
      }
      guard folder.path != "/" else { break }
      folder = folder.deletingLastPathComponent()
    }
    throw InputError(
      InputProblem(
        path, "no folder from here upwards holds prompts/",
        remedy: "run inside a project, or name a suite that lies in one"))
  }

  var prompts: URL { root.appending(path: "prompts", directoryHint: .isDirectory) }
  var goldens: URL { root.appending(path: "goldens", directoryHint: .isDirectory) }
  var reports: URL { root.appending(path: "reports", directoryHint: .isDirectory) }

  /// The file a suite's path means.
  func file(_ path: String) -> URL {
    path.hasPrefix("/") ? URL(filePath: path) : root.appending(path: path)
  }

  /// The path as messages show it: from the project's folder where it lies inside.
  func shown(_ file: URL) -> String {
    let path = file.standardizedFileURL.path
    let prefix = root.path.hasSuffix("/") ? root.path : root.path + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// Room for some 100,000 transactions; more is refused before it is read.
  private static let largestInput = Portfolio.maximumBytes

  /// The text of a file of the project.
  ///
  /// - Throws: `InputError` naming the file and what to do.
  func text(_ file: URL) throws -> String {
    try Self.text(file, shown: shown)
  }

  /// The text of a file anywhere.
  ///
  /// - Throws: `InputError` naming the file as it was written and what to do.
  static func text(ofFileAt path: String) throws -> String {
    try text(URL(filePath: path)) { file in
      file.path == URL(filePath: path).path ? path : file.path
    }
  }

  private static func text(_ file: URL, shown: (URL) -> String) throws -> String {
    if FileManager.default.isDirectory(file) {
      throw InputError(
        InputProblem(shown(file), "this is a folder; a file is needed", remedy: "move the folder away"))
    }
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw InputError(
        InputProblem(shown(file), "there is no such file", remedy: remedy(missing: file, shown: shown)))
    }
    let size = (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    guard size <= largestInput else {
      throw InputError(
        InputProblem(
          shown(file), "it has \(size) bytes; at most \(largestInput) are read", remedy: "split it"))
    }
    do {
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw InputError(
        InputProblem(
          shown(file), "it cannot be read as UTF-8 text", remedy: "check its permissions and its encoding"))
    }
  }

  /// The file beside a missing one that was probably meant.
  private static func remedy(missing file: URL, shown: (URL) -> String) -> String {
    let folder = file.deletingLastPathComponent()
    let siblings = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
    guard let nearest = Suggestion.nearest(to: file.lastPathComponent, among: siblings) else {
      return "check the spelling"
    }
    return "did you mean \"\(shown(folder.appending(path: nearest)))\"?"
  }
}

extension FileManager {
  /// Whether a folder stands at the place.
  func isDirectory(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

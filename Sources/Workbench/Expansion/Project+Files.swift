import Foundation

extension Project {
  /// The files a path with `*` in its last part stands for, in order of name; the path itself without one.
  ///
  /// - Throws: `InputError` when there is none.
  func files(matching path: String, at place: SourcePlace) throws -> [String] {
    guard path.contains("*") else { return [path] }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let (folder, pattern) = (parts.dropLast().joined(separator: "/"), String(parts.last ?? ""))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file(folder).path)) ?? []
    let found = names.filter { $0.matches(pattern: pattern) }.sorted()
    guard !found.isEmpty, !folder.contains("*") else {
      throw InputError(
        InputProblem(
          place, "no file is called \"\(path)\"", remedy: "`*` stands for any text in the last part of a path"
        ))
    }
    return found.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
  }
}

import Foundation

/// The suites named on a command line and the cases chosen from them.
struct SuiteSelection: Sendable {
  let project: Project
  let suites: [Suite]
  let cases: [(suite: Suite, test: Case)]
  /// Whether every case of every suite is chosen: only then can a golden be called obsolete.
  let isWhole: Bool
  /// The ids or patterns asked for.
  let ids: [String]
  /// The tags asked for.
  let tags: [String]

  /// Reads suites and chooses cases.
  ///
  /// - Parameters:
  ///   - files: the suite files as written; a folder stands for the suites in it.
  ///   - ids: ids, or patterns with `*`; empty means all.
  ///   - tags: a case needs one of them; empty means all.
  /// - Throws: `InputError` with every problem of every suite.
  init(files: [String], ids: [String] = [], tags: [String] = []) throws {
    guard let first = files.first else {
      throw InputError(
        InputProblem("workbench", "no suite is named", remedy: "name one, for example suites/core.yaml"))
    }
    let project = try Project(containing: first)
    var suites: [Suite] = []
    var problems: [InputProblem] = []
    for file in try files.flatMap(Self.suiteFiles) {
      do {
        suites.append(try SuiteReader.read(try project.text(URL(filePath: file)), file: file))
      } catch let error as InputError {
        problems += error.problems
      }
    }
    problems += Self.repeatedNames(suites)
    guard problems.isEmpty else { throw InputError(problems) }
    self.init(project: project, suites: suites, ids: ids, tags: tags)
  }

  private init(project: Project, suites: [Suite], ids: [String], tags: [String]) {
    self.project = project
    self.suites = suites
    self.ids = ids
    self.tags = tags
    let all = suites.flatMap { suite in suite.cases.map { (suite: suite, test: $0) } }
    self.cases = all.filter { _, test in
      (ids.isEmpty || ids.contains { test.id.matches(pattern: $0) })
        && (tags.isEmpty || tags.contains(where: test.tags.contains))
    }
    self.isWhole = cases.count == all.count
  }

  /// The same choice among more cases.
  func with(_ suites: [Suite]) -> SuiteSelection {
    SuiteSelection(project: project, suites: suites, ids: ids, tags: tags)
  }

  /// The suite files a path of the command line means, those of a folder in order of name.
  private static func suiteFiles(at path: String) throws -> [String] {
    guard FileManager.default.isDirectory(URL(filePath: path)) else { return [path] }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let files = entries.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !files.isEmpty else {
      throw InputError(
        InputProblem(
          path, "this folder holds no suite", remedy: "name a suite file, for example suites/core.yaml"))
    }
    return files.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  private static func repeatedNames(_ suites: [Suite]) -> [InputProblem] {
    var seen: [String: String] = [:]
    return suites.compactMap { suite in
      guard let other = seen.updateValue(suite.file, forKey: suite.name) else { return nil }
      return InputProblem(
        suite.file, "the suite is called \"\(suite.name)\", as \(other) is",
        remedy: "give it a name of its own")
    }
  }
}

extension String {
  /// Whether the text is the pattern, in which `*` stands for any text.
  func matches(pattern: String) -> Bool {
    guard let star = pattern.firstIndex(of: "*") else { return self == pattern }
    let head = pattern[..<star]
    guard hasPrefix(head) else { return false }
    let rest = String(pattern[pattern.index(after: star)...])
    var tail = self[index(startIndex, offsetBy: head.count)...]
    while true {
      if String(tail).matches(pattern: rest) { return true }
      guard !tail.isEmpty else { return false }
      tail = tail.dropFirst()
    }
  }
}

import Foundation

/// The earlier soak that a soak is compared with.
enum SoakBaseline: Sendable, Hashable {
  /// The newest earlier one of the same suite under the project's reports.
  case newest
  /// That of a folder, or of a `summary.json`.
  case named(String)
  case nothing

  /// Reads the option `--against`; a folder of that very name is `./none`.
  init(option: String?) {
    switch option {
    case nil: self = .newest
    case "none": self = .nothing
    case let path?: self = .named(path)
    }
  }

  /// Reads the earlier soak; nil when there is none.
  ///
  /// - Parameters:
  ///   - out: the folder of the soak itself, in which an earlier one may have written.
  ///   - startedAt: when the soak began, as its summary says.
  /// - Throws: `ReportError` when a named one cannot be read, `InputError` when it is of another suite. What is found
  ///   and cannot be read is passed over.
  func summary(
    of suite: SoakSuite, out: String?, startedAt: String
  ) throws -> SoakSummary? {
    switch self {
    case .nothing: return nil
    case .named(let path):
      let earlier = try SoakFolder(path: path).summary()
      guard earlier.suite == suite.suite.file else {
        throw InputError(
          InputProblem(
            path, "this soak is of the suite \(earlier.suite), not of \(suite.suite.file)",
            remedy: "name one of the same suite, or leave --against out"))
      }
      return earlier
    case .newest:
      return Self.newest(in: suite.project.reports, suite: suite.suite.file, out: out, before: startedAt)
    }
  }

  /// The newest readable soak of a suite that began before a moment.
  static func newest(in reports: URL, suite: String, out: String?, before: String) -> SoakSummary? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: reports.path)) ?? []
    let own = out.map { URL(filePath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
    let earlier = names.sorted().filter { $0.hasPrefix("soak-") }.compactMap { name -> SoakSummary? in
      let folder = reports.appending(path: name)
      guard folder.resolvingSymlinksInPath().standardizedFileURL.path != own else { return nil }
      guard let summary = try? SoakFolder(path: folder.path).summary() else { return nil }
      // A joined soak is of another load than any single one.
      let isOfSuite = summary.suite == suite && summary.counts.sessions > 0 && summary.sources == nil
      return isOfSuite && summary.startedAt <= before ? summary : nil
    }
    // Names hold the time too, and tell soaks of one second apart.
    return earlier.max { ($0.startedAt, $0.run) < ($1.startedAt, $1.run) }
  }
}

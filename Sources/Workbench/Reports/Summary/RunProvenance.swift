/// What ran, where and when: the part of a summary no row can tell.
struct RunProvenance: Hashable, Sendable {
  /// The run's id, also the name of its folder.
  var run: String
  /// The workbench's version.
  var version: String
  /// The suite files, as paths from the project's root.
  var suites: [String]
  /// RFC 3339 instant at which the run began.
  var startedAt: String
  /// Wall-clock milliseconds of the whole run.
  var durationMilliseconds: Double
  /// The seed every random choice came from.
  var seed: UInt64
  /// How many cases ran at a time.
  var jobs: Int
  /// The machine's name.
  var host: String
}

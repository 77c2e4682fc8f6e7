import ArgumentParser

/// The ways the progress of a run can be shown.
enum ProgressDisplay: String, ExpressibleByArgument, CaseIterable {
  /// One line that is redrawn.
  case tty
  /// Lines in a log.
  case plain
  /// One JSON object a finished trial.
  case json
  /// Nothing.
  case none
}

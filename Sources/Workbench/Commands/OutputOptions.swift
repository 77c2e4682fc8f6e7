import ArgumentParser

/// How a command shows what it does.
struct OutputOptions: ParsableArguments {
  /// The ways progress can be shown.
  enum Display: String, ExpressibleByArgument, CaseIterable {
    case tty, plain, json, none
  }

  @Option(help: "How progress is shown: tty, plain, json or none. Default: tty on a terminal, else plain.")
  var display: Display?

  @Flag(help: "Print one JSON object to standard output instead of text.")
  var json = false
}

import ArgumentParser

/// How a command hands over its result.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print one JSON object to standard output instead of text.")
  var json = false
}

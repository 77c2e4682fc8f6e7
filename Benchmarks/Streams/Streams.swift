import Foundation

/// Serves scripted sessions through the service's own servers, and follows streams of whatever serves them.
///
///     benchmark-streams engine --folder F --sessions N --events E --bytes B --pace MS   an engine; 0 for stored ones
///     benchmark-streams facade --folder F --engine URL                                  a façade before it
///     benchmark-streams follow --targets FILE --direct URL --proxied URL --events E     N streams, half of each kind
///
/// `Benchmarks/streams.py` puts them together, and the peer beside them. Lines on standard output tell it what goes on.
@main
struct Streams {
  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      let options = try Options(arguments.dropFirst())
      switch arguments.first {
      case "engine": try await ScriptedEngine(options).run()
      case "facade": try await PassingFacade(options).run()
      case "follow": try await Followers(options).run()
      default: throw BenchmarkError("give engine, facade or follow")
      }
    } catch {
      FileHandle.standardError.write(Data("benchmark-streams: \(error)\n".utf8))
      exit(EXIT_FAILURE)
    }
  }

  /// Tells the script something, at once.
  static func tell(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  /// Nanoseconds of the machine's monotonic clock, which all processes on it share.
  static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// What cannot be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

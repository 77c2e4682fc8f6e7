import CoachCore
import Finance
import Foundation
import JSONKit

/// Runs whole sessions inside one process and prints one JSON object of what they cost.
///
///     benchmark-sessions PROJECT time [RUNS]      milliseconds of a session of F02, its tokens and events
///     benchmark-sessions PROJECT heap [RUNS]      bytes in use after each tenth of the runs, and their slope
///     benchmark-sessions PROJECT cancel [RUNS]    milliseconds from a cancel to the end, while no model answers
///     benchmark-sessions PROJECT records FOLDER   the canonical record of each portfolio in each language
///
/// The last is for work on the engine's speed: what the files hold before a change they must hold after it.
@main
struct Sessions {
  static let portfolio = "F02"

  static func main() async {
    do {
      try await run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("benchmark-sessions: \(error)\n".utf8))
      exit(EXIT_FAILURE)
    }
  }

  private static func run(_ arguments: [String]) async throws {
    guard arguments.count >= 2 else {
      throw FinanceError(.missing, "give the project's folder, then time, heap, cancel or records")
    }
    let bench = try SessionBench(project: URL(filePath: arguments[0]))
    let last = arguments.dropFirst(2).first
    switch arguments[1] {
    case "time": print(try await time(bench, runs: try count(last, or: 300)).compact())
    case "heap": print(try await HeapUse.measure(bench, runs: try count(last, or: 5000)).compact())
    case "cancel":
      let times = try await CancelWait.measure(bench, runs: try count(last, or: 200))
      print(figures(of: times).compact())
    case "records": try await write(bench, to: URL(filePath: last ?? "records"))
    default: throw FinanceError(.missing, "\(arguments[1]) is none of time, heap, cancel and records")
    }
  }

  private static func count(_ text: String?, or standard: Int) throws -> Int {
    guard let text else { return standard }
    guard let count = Int(text), (10...1_000_000).contains(count) else {
      throw FinanceError(.outOfRange, "\(text) is not a number of runs from 10 to 1000000")
    }
    return count
  }

  // MARK: Time

  /// Milliseconds of one session, store opened before; without and with simulated paths.
  private static func time(_ bench: SessionBench, runs: Int) async throws -> JSONValue {
    let snapshot = try bench.snapshot(portfolio)
    var figures: JSONObject = ["runs": .number(JSONNumber(runs))]
    let methods: [(name: String, method: SimulationMethod)] = [
      ("closed_form", .closedForm), ("monte_carlo", .standard),
    ]
    for (name, method) in methods {
      let engine = try bench.engine(method)
      var times: [Double] = []
      for run in 0..<runs + runs / 10 {
        let store = try SQLiteCoachStore.inMemory()
        let began = DispatchTime.now().uptimeNanoseconds
        let record = try await bench.session(engine, snapshot, store: store)
        let took = Double(DispatchTime.now().uptimeNanoseconds - began) / 1_000_000
        guard record.outcome == .completed else {
          throw FinanceError(.missing, "a session of \(portfolio) ended as \(record.outcome)")
        }
        // The first tenth warms the process up and does not count.
        if run >= runs / 10 { times.append(took) }
        if figures["events"] == nil { describe(record, in: &figures) }
      }
      figures[name] = self.figures(of: times)
    }
    return .object(figures)
  }

  private static func figures(of times: [Double]) -> JSONValue {
    [
      "p50": number(percentile(times, 0.5)), "p95": number(percentile(times, 0.95)),
      "p99": number(percentile(times, 0.99)), "fastest": number(times.min() ?? .nan),
    ]
  }

  private static func describe(_ record: RunRecord, in figures: inout JSONObject) {
    func count(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
    figures["events"] = count(record.events.count)
    figures["facts"] = count(record.facts.count)
    figures["model_calls"] = count(record.usage.calls)
    figures["tool_calls"] = count(record.toolCalls)
    figures["artifacts"] = count(record.writers.count)
    figures["input_tokens"] = count(record.usage.inputTokens)
    figures["output_tokens"] = count(record.usage.outputTokens)
  }

  /// The value at a share of the sorted list, by nearest rank.
  private static func percentile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
  }

  static func number(_ value: Double) -> JSONValue { JSONNumber(value).map { .number($0) } ?? .null }

  // MARK: Records

  private static func write(_ bench: SessionBench, to folder: URL) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What a record keeps of the time is left out of its canonical form; ledgers must not differ either.
    let clock = RunClock(now: { Date(timeIntervalSince1970: 1_786_665_600) }, nanoseconds: { 0 })
    let engine = try bench.engine(.paths(1000), clock: clock)
    for name in try bench.portfolios() {
      let snapshot = try bench.snapshot(name)
      for language in ["en", "hi"] {
        let record = try await bench.session(
          engine, snapshot, store: try SQLiteCoachStore.inMemory(), language: language)
        try Data(try record.canonical().utf8)
          .write(to: folder.appending(path: "\(name).\(language).json"))
      }
    }
  }
}

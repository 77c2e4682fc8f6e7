import CMalloc
import CoachCore
import Finance
import Glibc
import JSONKit

/// Whether sessions leave anything behind: bytes of the heap in use at quiet points between many runs.
enum HeapUse {
  /// Ten samples and the slope of the line through them, in bytes a run.
  static func measure(_ bench: SessionBench, runs: Int) async throws -> JSONValue {
    let snapshot = try bench.snapshot(Sessions.portfolio)
    let engine = try bench.engine(.closedForm)
    // Caches of the process fill before the first sample.
    for _ in 0..<50 { try await run(bench, engine, snapshot) }
    let step = runs / 10
    var samples = [(runs: 0, bytes: inUse())]
    for sample in 1...10 {
      for _ in 0..<step { try await run(bench, engine, snapshot) }
      samples.append((sample * step, inUse()))
    }
    return [
      "runs": .number(JSONNumber(step * 10)),
      "samples": .array(samples.map { .number(JSONNumber($0.bytes)) }),
      "slope": Sessions.number(slope(samples.map { (Double($0.runs), Double($0.bytes)) })),
      "peak_resident_megabytes": Sessions.number(peakMegabytes()),
    ]
  }

  private static func run(_ bench: SessionBench, _ engine: CoachEngine, _ snapshot: PortfolioSnapshot)
    async throws
  {
    let record = try await bench.session(engine, snapshot, store: try SQLiteCoachStore.inMemory())
    guard record.outcome == .completed else {
      throw FinanceError(.missing, "a session of \(Sessions.portfolio) ended as \(record.outcome)")
    }
  }

  /// Bytes handed out by malloc and not given back, in all arenas and in mappings of their own.
  private static func inUse() -> Int {
    malloc_trim(0)
    let info = mallinfo2()
    return Int(info.uordblks) + Int(info.hblkhd)
  }

  private static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  /// The slope of the least-squares line.
  private static func slope(_ points: [(x: Double, y: Double)]) -> Double {
    let count = Double(points.count)
    let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let spread = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    return points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / spread
  }
}

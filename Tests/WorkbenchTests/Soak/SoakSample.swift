import Foundation
import JSONKit
import Testing

@testable import Workbench

/// Soaks made of logs that were never heard, for figures and files.
struct SoakSample {
  let suite: SoakSuite

  init() throws {
    let project = try Project(containing: #filePath)
    suite = try SoakSuite(file: project.root.appending(path: "suites/soak.yaml").path)
  }

  /// A session with an artifact and an end after so many milliseconds; it is judged wrong, since it says nothing.
  func verdict(
    _ number: Int, _ behaviour: Behaviour = .plain, artifact: Double, total: Double, isBroken: Bool = false
  ) -> StreamVerdict {
    var log = SessionLog(
      plan: PlannedSession(
        number: number, place: 0, behaviour: behaviour, start: .zero, idempotencyKey: "soak-1-\(number)",
        dropAfter: 1))
    func nanoseconds(_ milliseconds: Double) -> UInt64 { UInt64(milliseconds * 1e6) }
    (log.due, log.begun, log.answered, log.headers) = (0, 1_000_000, 2_000_000, 3_000_000)
    log.events = [("artifact.insight", artifact), ("session.completed", total)].enumerated().map {
      ReceivedLine(
        seq: $0 + 1, type: $1.0, data: "{}", at: log.begun + nanoseconds($1.1), connection: 0)
    }
    log.ended = log.begun + nanoseconds(total)
    log.openings = 2
    log.failure = isBroken ? "closed" : nil
    return StreamVerdict(log, of: suite.members[0], in: suite)
  }

  func summary(
    _ verdicts: [StreamVerdict], run: String = "soak-1", seed: UInt64 = 1,
    startedAt: String = "2026-08-14T00:00:00Z", samples: [UsageSample] = []
  ) -> SoakSummary {
    SoakSummary(
      verdicts, of: suite, SoakProvenance(run: run, target: nil, startedAt: startedAt, seed: seed),
      gates: suite.settings.gates, samples: samples, chaos: [], conditions: [])
  }

  /// Sessions whose times are spread evenly up to a longest one.
  func even(_ count: Int, upTo longest: Double) -> [StreamVerdict] {
    (1...count).map { number in
      let total = longest * Double(number) / Double(count)
      return verdict(number, artifact: total / 2, total: total)
    }
  }

  /// Usage once a second of one process, from nothing, with so many processor seconds a second.
  func samples(_ seconds: Int, cpu: Double, bytes: Int) throws -> [UsageSample] {
    try (0...seconds).map { second in
      let usage = try #require(
        ProcessUsage(
          stat: "1 (x) S 1 2 3 4 5 6 7 8 9 10 \(Int(cpu * 100) * second) 0 0 0 20 0 7 0 999 1 \(bytes) 1 2",
          descriptors: 9, ticksPerSecond: 100, pageBytes: 1))
      return UsageSample(seconds: Double(second), underWay: 1, facade: nil, engine: usage)
    }
  }

  /// The summary with one member changed, as another version or another hand would have written it.
  static func changed(_ summary: SoakSummary, _ key: String, to value: JSONValue) throws -> SoakSummary {
    var object = try #require(try JSONValueEncoder().encode(summary).object)
    object[key] = value
    return try JSONValueDecoder().decode(SoakSummary.self, from: .object(object))
  }
}

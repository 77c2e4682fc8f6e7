import Foundation
import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("Soaks joined")
struct SoakMergeTests {
  private let sample: SoakSample

  init() throws { sample = try SoakSample() }

  private func part(_ verdicts: [StreamVerdict], _ run: String) throws -> SoakMerge.Part {
    SoakMerge.Part(
      place: run,
      summary: sample.summary(
        verdicts, run: run, seed: UInt64(verdicts.count),
        samples: try sample.samples(verdicts.count, cpu: 1, bytes: 1_000_000)),
      rows: verdicts.map { SoakRow($0, origin: 0) })
  }

  private func part(_ outcome: SoakRun.Outcome) -> SoakMerge.Part {
    SoakMerge.Part(place: outcome.summary.run, summary: outcome.summary, rows: outcome.rows)
  }

  private func verdicts(_ count: Int, _ random: inout SeededGenerator) -> [StreamVerdict] {
    guard count > 0 else { return [] }
    return (1...count).map { number in
      let total = Double.random(in: 0.5...30, using: &random)
      return sample.verdict(
        number, Behaviour.allCases.randomElement(using: &random) ?? .plain,
        artifact: Double.random(in: 0...total, using: &random), total: total,
        isBroken: Double.random(in: 0..<1, using: &random) < 0.2)
    }
  }

  private func json(_ value: some Encodable) throws -> String {
    try JSONValueEncoder().encode(value).compact()
  }

  @Test("however sessions are dealt to soaks, joining them gives the figures of all sessions together")
  func partitions() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<6 {
      let all = verdicts(Int.random(in: 2...40, using: &random), &random)
      var dealt = [[StreamVerdict]](repeating: [], count: Int.random(in: 2...5, using: &random))
      for verdict in all { dealt[Int.random(in: dealt.indices, using: &random)].append(verdict) }
      let whole = sample.summary(all)
      let merged = try SoakMerge(try dealt.enumerated().map { try part($1, "soak-\($0)") }).outcome
      for (joined, one) in zip(merged.summary.times, whole.times) {
        #expect(joined.name == one.name && joined.histogram == one.histogram)
        #expect(joined.p99 == one.p99 && joined.count == one.count)
      }
      var counts = merged.summary.counts
      #expect(counts.seconds == dealt.map { sample.summary($0).counts.seconds }.max())
      counts.seconds = whole.counts.seconds
      #expect(counts == whole.counts)
      #expect(try json(merged.summary.groups) == json(whole.groups))
      #expect(merged.summary.gates == whole.gates && merged.summary.exitReasons == whole.exitReasons)
      #expect(merged.rows.count == all.count && merged.rows.allSatisfy { $0.run != nil })
    }
  }

  @Test("joining is associative and commutative, to the last byte")
  func laws() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<3 {
      let parts = try ["a", "b", "c"].map { name in
        try part(verdicts(Int.random(in: 0...20, using: &random), &random), name)
      }
      let flat = try SoakMerge(parts).outcome
      for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]] {
        let first = try SoakMerge([parts[order[0]], parts[order[1]]]).outcome
        let left = try SoakMerge([part(first), parts[order[2]]]).outcome
        let last = try SoakMerge([parts[order[1]], parts[order[2]]]).outcome
        let right = try SoakMerge([parts[order[0]], part(last)]).outcome
        #expect(try json(left.summary) == json(flat.summary) && json(right.summary) == json(flat.summary))
        #expect(try json(left.rows) == json(flat.rows) && json(right.rows) == json(flat.rows))
      }
      #expect(flat.summary.sources?.map(\.run) == ["a", "b", "c"])
    }
  }

  @Test("every count there is is added, and none wraps around")
  func counts() throws {
    let zero = try #require(try JSONValueEncoder().encode(SoakCounts([], stalls: 0)).object)
    func counts(_ value: JSONValue) throws -> SoakCounts {
      var object = zero
      for key in zero.keys { object[key] = value }
      return try JSONValueDecoder().decode(SoakCounts.self, from: .object(object))
    }
    let joined = try #require(SoakCounts.joined([try counts(1), try counts(2)]))
    let told = try #require(try JSONValueEncoder().encode(joined).object)
    for key in told.keys { #expect(told[key]?.double == (key == "seconds" ? 2 : 3), "\(key)") }
    let huge = try counts(.number(JSONNumber(Int.max)))
    #expect(SoakCounts.joined([huge, try counts(1)]) == nil)
    #expect(SoakCounts.joined([huge, try counts(0)])?.events == .max)
  }

  @Test("what is no one soak is told: one alone, twice the same, another suite, other gates")
  func refuses() throws {
    let (a, b) = (try part(sample.even(2, upTo: 5), "a"), try part(sample.even(3, upTo: 5), "b"))
    func message(_ parts: [SoakMerge.Part]) -> String {
      do {
        _ = try SoakMerge(parts)
        return ""
      } catch {
        return error.description
      }
    }
    func changed(_ part: SoakMerge.Part, _ key: String, to value: JSONValue) throws -> SoakMerge.Part {
      SoakMerge.Part(
        place: part.place, summary: try SoakSample.changed(part.summary, key, to: value), rows: part.rows)
    }
    #expect(message([]).contains("one soak alone") && message([a]).contains("one soak alone"))
    #expect(message([a, a]).contains("the soak a is joined twice"))
    #expect(message([part(try SoakMerge([a, b]).outcome), b]).contains("the soak b is joined twice"))
    #expect(message([a, try changed(b, "suite", to: "x.yaml")]).contains("of the suite x.yaml"))
    let gate: JSONValue = [
      "suite": "soak", "gate": "errors == 1", "status": "passed", "message": "",
    ]
    let told = message([a, try changed(b, "gates", to: [gate])])
    #expect(
      told.contains("`errors == 1` is a gate of b alone")
        && told.contains("`errors == 0` is a gate of a alone"))
    let wrong: JSONValue = ["suite": "soak", "gate": "nothing == 1", "status": "passed", "message": ""]
    #expect(
      message([try changed(a, "gates", to: [wrong]), try changed(b, "gates", to: [wrong])])
        .contains("no metric is named `nothing`"))
    let group: JSONValue = ["behaviour": "plain", "sessions": 1, "ok": 1, "outcomes": ["many completed"]]
    #expect(message([a, try changed(b, "groups", to: [group])]).contains("too large to add"))
  }

  @Test(
    "what servers left behind is told by the worst of them, and what one soak's servers did counts for all")
  func servers() throws {
    let gate: JSONValue = ["suite": "soak", "gate": "heap.slope < 2KB", "status": "passed", "message": ""]
    func soak(_ run: String, growth: Int, unrest: JSONValue = .null) throws -> SoakMerge.Part {
      let points = try (0...3).map { round -> JSONValue in
        let process = QuietPoint.Process(
          pid: 7, heapBytes: 1_000_000 + growth * round * 10, residentBytes: 1, descriptors: 9)
        var point = try #require(
          try JSONValueEncoder().encode(
            QuietPoint(sessions: round * 10, waitedSeconds: 1, engine: process, facade: process, unrest: nil)
          ).object)
        if round == 3 { point["unrest"] = unrest }
        return .object(point)
      }
      let part = try part(sample.even(2, upTo: 5), run)
      let summary = try SoakSample.changed(part.summary, "quiet_points", to: .array(points))
      return SoakMerge.Part(
        place: run, summary: try SoakSample.changed(summary, "gates", to: [gate]), rows: part.rows)
    }
    let held = try SoakMerge([try soak("a", growth: 100), try soak("b", growth: 800)]).outcome.summary
    #expect(held.gates.map(\.status) == [.passed] && held.gates[0].actual.map { abs($0 - 1_600) < 1 } == true)
    #expect(held.gates[0].message.contains("2 soaks, the most of one"))
    let broke = try SoakMerge([try soak("a", growth: 100), try soak("b", growth: 1_100)]).outcome.summary
    #expect(broke.gates.map(\.status) == [.failed])
    let silent = SoakMerge.Part(
      place: "c",
      summary: try SoakSample.changed(try soak("c", growth: 1).summary, "quiet_points", to: .null),
      rows: try soak("c", growth: 1).rows)
    #expect(
      try SoakMerge([try soak("a", growth: 1), silent]).outcome.summary.gates.map(\.status) == [.error])
    let loud = try SoakMerge([try soak("a", growth: 1), try soak("b", growth: 1, unrest: "streams open")])
    #expect(loud.outcome.summary.exitReasons.contains("errors") && !held.exitReasons.contains("errors"))
    #expect(loud.outcome.summary.sources?.map { $0.quietPoints?.count } == [4, 4])
    let budget: JSONValue = [
      "scope": "global_day", "cap": 10, "used": 11, "sessions": 2, "exhausted": 0,
    ]
    let passed = SoakMerge.Part(
      place: "d",
      summary: try SoakSample.changed(try soak("d", growth: 1).summary, "shared_budgets", to: [budget]),
      rows: try soak("d", growth: 1).rows)
    let together = try SoakMerge([try soak("a", growth: 1), passed]).outcome
    #expect(together.summary.exitReasons.contains("check"))
    let text = SoakText(summary: together.summary, failing: [], folder: "m").text
    #expect(text.contains("all users: 11 of 10 tokens"))
    #expect(JUnitDocument(together.summary, failing: []).suites[0].cases.contains { $0.name == "all users" })
  }

  @Test("a joined soak is written, read back and joined again, and its page tells its sources")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "merge-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var interrupted = try part(sample.even(3, upTo: 5), "b<b>")
    interrupted = SoakMerge.Part(
      place: "b", summary: try SoakSample.changed(interrupted.summary, "exit_reasons", to: ["interrupted"]),
      rows: interrupted.rows)
    let merged = try SoakMerge([try part(sample.even(2, upTo: 9), "a"), interrupted]).outcome
    #expect(merged.summary.exitStatus == ExitStatus.interrupted.rawValue)
    #expect(merged.summary.processes.map(\.name) == ["engine of a", "engine of b<b>"])
    let files = SoakFiles(folder: try OutputFolder(named: folder), shown: "m", junitProfile: .common)
    try files.write(merged)
    let read = try SoakMerge.Part(folder: folder)
    #expect(try json(read.summary) == json(merged.summary) && json(read.rows) == json(merged.rows))
    let again = try SoakMerge([read, try part(sample.even(1, upTo: 1), "c")]).outcome
    #expect(again.summary.counts.sessions == 6 && again.summary.sources?.count == 3)
    let html = try SoakReport().render(merged.summary, rows: merged.rows)
    #expect(html.contains("Joined from") && html.contains("b&#60;b&#62;") && !html.contains("b<b>"))
    let text = SoakText(summary: merged.summary, failing: merged.rows, folder: "m").text
    #expect(
      text.contains("5 sessions, at most 5 at once, 10 events")
        && text.contains("session 1 of a (young-saver"))
    try AtomicFile.write("", to: folder + "/results.jsonl")
    #expect(throws: ReportError.self) { try SoakMerge.Part(folder: folder) }
    try AtomicFile.write("{\"schema\":\"summary/1\"}", to: folder + "/summary.json")
    #expect(throws: InputError.self) { try SoakMerge.Part(folder: folder) }
  }
}

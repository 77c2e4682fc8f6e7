import Foundation
import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("A soak against an earlier one")
struct SoakComparisonTests {
  private let sample: SoakSample

  init() throws { sample = try SoakSample() }

  @Test("a change is real only where the intervals do not overlap")
  func trends() throws {
    let earlier = sample.summary(sample.even(400, upTo: 100))
    func trend(_ now: SoakSummary, _ name: String) -> SoakComparison.Trend? {
      SoakComparison(of: now, against: earlier).figure(name)?.trend
    }
    let slower = sample.summary(sample.even(400, upTo: 200))
    #expect(trend(slower, "total.p50") == .slower && trend(slower, "total.p99") == .slower)
    #expect(trend(earlier, "total.p50") == .noise)
    #expect(trend(sample.summary(sample.even(400, upTo: 102)), "total.p50") == .noise)
    #expect(trend(sample.summary(sample.even(400, upTo: 40)), "first_artifact.p95") == .faster)
    // Twenty sessions name no upper end of p99, so however long they took nothing faster can be claimed.
    let few = SoakComparison(
      of: sample.summary(sample.even(20, upTo: 1)), against: sample.summary(sample.even(20, upTo: 900)))
    #expect(few.figure("total.p99")?.trend == .noise && few.figure("total.p50")?.trend == .faster)
  }

  @Test("ratios, counts and what the servers took stand beside one another")
  func figures() throws {
    let earlier = sample.summary(
      sample.even(10, upTo: 100), samples: try sample.samples(10, cpu: 0.5, bytes: 50_000_000))
    let now = sample.summary(
      sample.even(20, upTo: 200), samples: try sample.samples(10, cpu: 2, bytes: 60_000_000))
    let comparison = SoakComparison(of: now, against: earlier)
    #expect(comparison.run == "soak-1")
    let p50 = try #require(comparison.figure("total.p50"))
    #expect(try #require(p50.ratio) == #require(p50.now) / #require(p50.earlier))
    #expect(comparison.figure("errors")?.change == "same")
    #expect(comparison.figure("reconnects")?.change == "+100.0%")
    // Twenty events then and forty now; five seconds and twenty.
    let cpu = try #require(comparison.figure("engine.cpu"))
    #expect(cpu.earlier == 25_000 && cpu.now == 50_000 && cpu.ratio == 2)
    #expect(comparison.figure("engine.rss")?.change == "+20.0%")
    #expect(comparison.figure("facade.cpu") == nil)
    let encoded = try JSONValueEncoder().encode(comparison)
    #expect(try JSONValueDecoder().decode(SoakComparison.self, from: encoded) == comparison)
    #expect(encoded["figures"]?[0]?["earlier_interval"] != nil)
  }

  @Test("what was not alike is said in words, and equal loads have nothing to say")
  func differences() throws {
    let earlier = sample.summary([])
    #expect(SoakComparison(of: earlier, against: earlier).warning == nil)
    let load: JSONValue = [
      "sessions": 10, "ramp_s": 2.5, "think_s": 0, "variant": "baseline", "model": "composer",
    ]
    var now = try SoakSample.changed(earlier, "load", to: load)
    now = try SoakSample.changed(now, "seed", to: 9)
    now = try SoakSample.changed(now, "processors", to: 3)
    now = try SoakSample.changed(now, "chaos", to: [["kind": "kill", "seconds": 1]])
    let comparison = SoakComparison(of: now, against: earlier)
    #expect(
      comparison.differences.map(\.what) == ["sessions", "ramp", "think", "seed", "chaos", "processors"])
    let warning = try #require(comparison.warning)
    #expect(
      warning.contains("sessions 100 then, 10 now; ramp 8 s then, 2.5 s now; think 2 s then, 0 s now; seed"))
    let untold = try SoakSample.changed(earlier, "load", to: .null)
    #expect(SoakComparison(of: now, against: untold).warning?.contains("ramp not told then") == true)
  }

  @Test("terminal and page tell both, and the exit status stays")
  func reports() throws {
    let earlier = sample.summary(sample.even(400, upTo: 100), run: "soak-<before>")
    var now = sample.summary(sample.even(400, upTo: 200))
    let status = now.exitStatus
    now.against = SoakComparison(of: now, against: earlier)
    #expect(now.exitStatus == status)
    let text = SoakText(summary: now, failing: [], folder: "out").text
    #expect(text.contains("against soak-<before>, which began 2026-08-14T00:00:00Z"))
    #expect(text.contains("+100.0% slower") || text.contains("+99.9% slower"))
    let html = try SoakReport().render(now, rows: [])
    #expect(html.contains("Against the last soak") && html.contains("soak-&#60;before&#62;"))
    #expect(!html.contains("class=\"notice\""))
    #expect(try !SoakReport().render(earlier, rows: []).contains("Against the last soak"))
  }
}

@Suite("The soak to compare with")
struct SoakBaselineTests {
  private let sample: SoakSample
  private let reports = FileManager.default.temporaryDirectory.appending(path: "soaks-\(UUID().uuidString)")

  init() throws { sample = try SoakSample() }

  private func write(_ text: String, _ name: String) throws {
    let folder = reports.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try AtomicFile.write(text, to: folder.appending(path: "summary.json").path)
  }

  private func write(_ summary: SoakSummary, _ name: String) throws {
    try write(try JSONValueEncoder().encode(summary).compact(), name)
  }

  private func newest(out: String? = nil, before: String = "2026-09-01T00:00:00Z") -> String? {
    SoakBaseline.newest(in: reports, suite: sample.suite.suite.file, out: out, before: before)?.run
  }

  @Test(
    "the newest earlier one of the suite is found; what is broken, foreign, later or the soak's own is passed over"
  )
  func finds() throws {
    defer { try? FileManager.default.removeItem(at: reports) }
    #expect(newest() == nil)
    let sessions = sample.even(2, upTo: 10)
    func soak(_ run: String, _ startedAt: String) -> SoakSummary {
      sample.summary(sessions, run: run, startedAt: startedAt)
    }
    try write(soak("a", "2026-08-01T00:00:00Z"), "soak-z")
    try write(soak("b", "2026-08-02T00:00:00Z"), "soak-a")
    try write(soak("late", "2026-10-02T00:00:00Z"), "soak-late")
    try write(soak("elsewhere", "2026-08-03T00:00:00Z"), "other")
    try write(
      try SoakSample.changed(soak("foreign", "2026-08-03T00:00:00Z"), "suite", to: "x"), "soak-foreign")
    try write("{", "soak-torn")
    try write("{\"schema\": \"summary/1\"}", "soak-run")
    try write(sample.summary([], run: "empty", startedAt: "2026-08-03T00:00:00Z"), "soak-empty")
    #expect(newest() == "b")
    #expect(newest(out: reports.appending(path: "soak-a").path) == "a")
    #expect(newest(before: "2026-08-01T12:00:00Z") == "a")
  }

  @Test("one that is named is read, from its folder or its file, or told why it cannot be")
  func named() throws {
    defer { try? FileManager.default.removeItem(at: reports) }
    func summary(_ option: String?) throws -> SoakSummary? {
      try SoakBaseline(option: option).summary(of: sample.suite, out: nil, startedAt: "2026-01-01T00:00:00Z")
    }
    #expect(try summary("none") == nil)
    let folder = reports.appending(path: "soak-a")
    try write(sample.summary([], run: "a"), "soak-a")
    #expect(try summary(folder.path)?.run == "a")
    #expect(try summary(folder.appending(path: "summary.json").path)?.run == "a")
    let gone = #expect(throws: ReportError.self) { try summary(reports.appending(path: "gone").path) }
    #expect(gone?.code == .unreadableFile)
    try write(try SoakSample.changed(sample.summary([]), "suite", to: "x"), "soak-foreign")
    #expect(throws: InputError.self) { try summary(reports.appending(path: "soak-foreign").path) }
    for text in [
      "", "{", "[]", "{\"schema\":\"soak/1\"}", "{\"schema\":\"summary/1\"}",
      try JSONValueEncoder().encode(sample.summary([])).compact()
        .replacing("\"sessions\":0", with: "\"sessions\":-1"),
    ] {
      try write(text, "soak-bad")
      let error = #expect(throws: ReportError.self) { try summary(reports.appending(path: "soak-bad").path) }
      #expect(error?.code == .corruptFile, "\(text.prefix(40))")
    }
  }
}

import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("The result of a search for the knee")
struct SoakKneeTests {
  private let sample: SoakSample

  init() throws { sample = try SoakSample() }

  private func rung(_ sessions: Int, breaks gates: [String] = [], timer: Double = 1, problem: String? = nil)
    -> KneeRung
  {
    KneeRung(
      sessions: sessions, arrivalsPerSecond: Double(sessions) / 40, isHeld: gates.isEmpty && problem == nil,
      exitStatus: gates.isEmpty && problem == nil ? 0 : 3, brokenGates: gates, problem: problem, streamOK: 1,
      firstArtifactP50: 100, firstArtifactP99: Double(sessions), totalP99: 1_000, timerP99: timer,
      engineCPU: 80, facadeCPU: nil, report: "rungs/\(sessions)/report.html")
  }

  private func knee(_ rungs: [KneeRung], most: Int = 6_400, isInterrupted: Bool = false) -> SoakKnee {
    var search = KneeSearch(from: rungs.first?.sessions ?? 100, most: most)
    for rung in rungs { search.record(isHeld: rung.isHeld) }
    return SoakKnee(
      search, rungs, of: sample.suite,
      SoakProvenance(run: "knee-1", target: nil, startedAt: "2026-08-14T00:00:00Z", seed: 1),
      isInterrupted: isInterrupted)
  }

  private let gate = "first_artifact.p99 < 500ms"

  @Test("the result says between which numbers the knee lies, and what broke")
  func says() {
    let rungs = [rung(800), rung(1_600, breaks: [gate]), rung(1_200, breaks: [gate])]
    let knee = knee(rungs)
    #expect(
      knee.says == "the knee lies between 800 and 1200 sessions over 8 s (100 to 150 a second): "
        + "first_artifact.p99 < 500ms broke at 1200")
    #expect(knee.exitStatus == 0 && knee.exitReasons == [] && knee.clientNote == nil)
    #expect(
      self.knee([rung(100)], most: 100).says
        == "100 sessions over 8 s (12.5 a second) hold, the most that were tried: the knee lies above")
    let below = self.knee([rung(100, breaks: [gate, "errors == 0"], problem: "2 of 100 sessions broke off")])
    #expect(below.exitStatus == 3 && below.exitReasons == ["gate"])
    #expect(
      below.says.hasSuffix(
        "the knee lies below: first_artifact.p99 < 500ms and errors == 0 broke at 100; "
          + "2 of 100 sessions broke off"))
  }

  @Test("an interrupted search tells what was finished, and one that finished nothing says so")
  func interrupted() {
    let some = knee([rung(100), rung(200)], isInterrupted: true)
    #expect(some.exitStatus == 130 && some.says == "interrupted: 200 sessions over 8 s (25 a second) hold")
    let none = knee([], isInterrupted: true)
    #expect(none.exitStatus == 130 && none.says == "interrupted: no rung was finished")
  }

  @Test("a client that was late at the knee is told, one that was late elsewhere is not")
  func client() {
    let rungs = [rung(100), rung(200, breaks: [gate], timer: 72)]
    #expect(knee(rungs).clientNote?.contains("timer.p99 was 72.0 ms at 200 sessions") == true)
    let closer = rungs + [rung(150), rung(175), rung(187)]
    #expect(knee(closer).clientNote != nil)
    #expect(knee([rung(100, timer: 72), rung(200), rung(400, breaks: [gate])]).clientNote == nil)
    #expect(knee([rung(100), rung(200, breaks: [gate], timer: 50)]).clientNote == nil)
  }

  @Test("a rung takes its figures from its soak, and one that came to none broke with its reason")
  func rungs() throws {
    let verdicts = sample.even(10, upTo: 100) + [sample.verdict(11, artifact: 1, total: 1, isBroken: true)]
    // No session was under a cap, so the gates of budgets have nothing to look at.
    let summary = sample.summary(verdicts, samples: try sample.samples(10, cpu: 0.5, bytes: 1))
    let rung = KneeRung(summary, sessions: 11, rampSeconds: 2, report: "rungs/11/report.html")
    #expect(rung.arrivalsPerSecond == 5.5 && !rung.isHeld && rung.exitStatus == summary.exitStatus)
    #expect(rung.brokenGates.contains("errors == 0") && !rung.brokenGates.contains("total.p99 < 2s"))
    #expect(
      rung.problem == "1 of 11 sessions broke off, 10 of 11 streams were not right, nothing was measured for "
        + "`budget.overrun == 0`, nothing was measured for `budget.exhausted >= 1`")
    #expect(rung.engineCPU == 50 && rung.facadeCPU == nil && rung.streamOK == 0)
    #expect(rung.totalP99 == summary.times.first { $0.name == "total" }?.p99)
    let failed = KneeRung(failed: SoakError(.serverFailed, "it ended"), sessions: 9, rampSeconds: 2)
    #expect(!failed.isHeld && failed.reasons == "it ended" && failed.exitStatus == 5)
    #expect(knee([failed]).exitStatus == 5)
  }

  @Test("terminal, page and JUnit tell every rung, harmlessly")
  func reports() throws {
    let knee = knee([
      rung(100), rung(200, breaks: [gate]), rung(150, timer: 99, problem: "<script>"),
    ])
    let text = KneeText(knee: knee, folder: "out").text
    #expect(
      text.contains(
        "  100       2.5       100%       100 ms        100 ms    1.00 s     80%         –       held"))
    #expect(
      text.contains("broke: first_artifact.p99 < 500ms") && text.contains("note: this program's timer.p99"))
    #expect(text.hasSuffix("PASS  out/report.html; exit 0: the first rung held"))
    let html = try KneeReport.render(knee)
    #expect(html.contains("<a href=\"rungs/100/report.html\">100</a>") && !html.contains("<script>"))
    #expect(html.contains("p99 against the sessions of a rung"))
    #expect(try !KneeReport.render(self.knee([rung(100)], most: 100)).contains("p99 against"))
    let document = JUnitDocument(knee)
    #expect(JUnitDocument.Totals(document.suites.flatMap(\.cases)).failures == 0)
    let failing = JUnitDocument(self.knee([rung(100, breaks: [gate])]))
    #expect(JUnitDocument.Totals(failing.suites.flatMap(\.cases)).failures == 1)
    let json = try JSONValueEncoder().encode(knee)
    #expect(json["schema"] == "soak-knee/1" && json["held"] == 100 && json["broke"] == 150)
  }
}

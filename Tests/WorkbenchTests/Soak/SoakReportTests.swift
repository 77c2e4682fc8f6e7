import Foundation
import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("The report of a soak")
struct SoakReportTests {
  private let suite: SoakSuite

  init() throws {
    let project = try Project(containing: #filePath)
    suite = try SoakSuite(file: project.root.appending(path: "suites/soak.yaml").path)
  }

  /// Two sessions that broke off, one with words that try to leave their place in the page.
  private func verdicts() -> [StreamVerdict] {
    ["<script>alert(1)</script>", "closed"].enumerated().map { index, reason in
      var log = SessionLog(
        plan: PlannedSession(
          number: index + 1, place: 0, behaviour: index == 0 ? .slow : .plain, start: .zero,
          idempotencyKey: "soak-1-\(index)", dropAfter: 1))
      (log.begun, log.ended, log.failure) = (1_000_000, 3_000_000_000, reason)
      return StreamVerdict(log, of: suite.members[0], in: suite)
    }
  }

  private func summary(_ verdicts: [StreamVerdict]) -> SoakSummary {
    SoakSummary(
      verdicts, of: suite,
      SoakProvenance(run: "soak-1", target: nil, startedAt: "2026-08-14T00:00:00Z", seed: 1),
      gates: suite.settings.gates, samples: [], chaos: [ChaosEvent(kind: .kill, seconds: 1)], conditions: [])
  }

  @Test("sessions that broke off are exit 5, gates without a figure are errors, and the reasons stand first")
  func verdict() throws {
    let summary = summary(verdicts())
    #expect(summary.exitStatus == ExitStatus.errorsOverBudget.rawValue)
    #expect(summary.exitReasons == ["errors", "gate"])
    #expect(summary.counts.parallel == 2 && summary.load?.thinkSeconds == 2)
    let first = try #require(summary.gates.first { $0.gate == "first_artifact.p99 < 2500ms" })
    #expect(first.status == .error && first.actual == nil)
    let none = self.summary([])
    #expect(none.exitReasons == ["gate", "nothing_selected"])
    #expect(none.counts.parallel == nil)
    #expect(none.gates.allSatisfy { $0.status == .error })
  }

  @Test("the page is whole and harmless, whatever a server said")
  func page() throws {
    let verdicts = verdicts()
    let rows = verdicts.map { SoakRow($0, origin: 0) }
    let html = try SoakReport().render(summary(verdicts), rows: rows)
    #expect(!html.contains("<script>") && html.contains("transport: &#60;script&#62;alert(1)"))
    #expect(html.contains("0 of 2 streams were right") && html.contains("kill at 1.0 s"))
    #expect(html.contains("Sessions under way"))
  }

  @Test("a cap that sessions passed together fails the soak, and is told by page, terminal and JUnit")
  func sharedBudgets() throws {
    let over = try JSONValueDecoder().decode(
      SharedBudget.self,
      from: [
        "scope": "user_day", "user": 7, "case": "hindi", "cap": 100, "used": 101, "sessions": 4,
        "exhausted": 1,
      ])
    let summary = SoakSummary(
      [], of: suite, SoakProvenance(run: "soak-1", target: nil, startedAt: "2026-08-14T00:00:00Z", seed: 1),
      gates: [], samples: [], sharedBudgets: [over], chaos: [], conditions: [])
    #expect(summary.exitReasons.first == "check")
    let html = try SoakReport().render(summary, rows: [])
    #expect(
      html.contains("Budgets of a day") && html.contains("passed its cap") && html.contains("user 7 (hindi)"))
    let text = SoakText(summary: summary, failing: [], folder: "f").text
    #expect(text.contains("FAIL  user 7 (hindi): 101 of 100 tokens, 1 of 4 sessions ran out of it"))
    let cases = try #require(JUnitDocument(summary, failing: []).suites.first).cases
    #expect(JUnitDocument.Totals(cases).failures == 1)
  }

  @Test("each failed stream and each gate is a case of JUnit")
  func junit() throws {
    let verdicts = verdicts()
    let rows = verdicts.map { SoakRow($0, origin: 0) }
    let document = JUnitDocument(summary(verdicts), failing: rows)
    #expect(document.suites.map(\.name) == ["soak \(suite.suite.file)", "gates"])
    let cases = try #require(document.suites.first).cases
    #expect(
      cases.count == 4 && JUnitDocument.Totals(cases).errors == 2 && JUnitDocument.Totals(cases).failures == 2
    )
    #expect(document.suites[1].cases.count == suite.settings.gates.count)
    let xml = String(decoding: try JUnitReport(profile: .strict).bytes(of: document), as: UTF8.self)
    #expect(xml.contains("session 1 of young-saver"))
  }

  @Test("a curve is inside its picture, and its axis ends at a round figure")
  func curves() throws {
    let chart = try #require(
      CurveChart(
        id: "c", title: "t", curves: [("a", [(x: 0, y: 1), (x: 1, y: 37), (x: 2, y: .nan)]), ("none", [])],
        xTicks: [(0, "0"), (2, "2")], marks: [(1, "kill"), (9, "never")]
      ) { Figures.plain($0) })
    #expect(chart.lines.count == 1 && chart.lines[0].points == "64,186.9 382,74.6")
    #expect(chart.yTicks.map(\.label) == ["0", "25", "50"] && chart.marks.map(\.label) == ["kill"])
    #expect(CurveChart(id: "c", title: "t", curves: [], xTicks: [], label: { "\($0)" }) == nil)
    for (value, top) in [(0.0, 1.0), (1, 1), (1.5, 2), (3, 5), (7, 10), (120, 200)] {
      #expect(CurveChart.roundTop(value) == top)
    }
  }
}

import JSONKit
import Testing

@Suite("The guardrail suite", .timeLimit(.minutes(5)))
struct GuardrailSuiteTests {
  @Test("every mutant of the suite is caught and no twin raises an alarm; the exit status is 0")
  func caught() async throws {
    let project = try TemporaryProject()
    let ended = try await WorkbenchProcess.run(
      ["run", "suites/guardrails.yaml", "--out", "out", "--display", "none"], in: project.root)
    #expect(ended.status == 0, "\(ended.output)")
    let summary = try JSONValue(parsing: try project.text("out/summary.json"))
    let tallies = try #require(summary["mutants"]?.array)
    func total(_ key: String) -> Int { tallies.compactMap { $0[key]?.int }.reduce(0, +) }
    #expect(total("mutants") == 300 && total("twins") == 300)
    #expect(total("caught") == 300 && total("false_alarms") == 0)
    #expect(Set(tallies.compactMap { $0["rail"]?.string }).count == 12)
    #expect(tallies.count >= 40)
    #expect(try project.text("out/report.html").contains("Mutants by rail and operator"))
    let longest = try project.text("out/results.jsonl").split(separator: "\n").map(\.utf8.count).max()
    #expect((longest ?? 0) <= 1024)
  }
}

import JSONKit
import Testing

@Suite("The resilience suite", .timeLimit(.minutes(5)))
struct ResilienceSuiteTests {
  @Test("whatever goes wrong, every case ends as the suite says; the exit status is 0")
  func passes() async throws {
    let project = try TemporaryProject()
    try project.replace("timeout: 30s", with: "timeout: 300s", in: "suites/resilience.yaml")
    let ended = try await WorkbenchProcess.run(
      ["run", "suites/resilience.yaml", "--out", "out", "--display", "none"], in: project.root)
    #expect(ended.status == 0, "\(ended.output)")
  }

  @Test("asked for what did not happen, each check fails and says what did")
  func fails() async throws {
    let project = try TemporaryProject()
    let portfolio = "portfolio: fixtures/portfolios/F02.json"
    try project.write(
      """
      suite: wrong
      defaults: { timeout: 300s }
      cases:
        - { id: outcome, \(portfolio), interrupt: { cancel_after_events: 5 }, checks: [outcome: completed] }
        - { id: events, \(portfolio), faults: { provider: down }, checks: [events: { tool.denied: 3 }] }
        - { id: refused, \(portfolio), interrupt: { repeat: changed }, checks: [repeated: same_session] }
        - { id: answered, \(portfolio), interrupt: { repeat: same }, checks: [repeated: conflict] }
        - { id: alive, \(portfolio), interrupt: { kill_after_writes: 100000 }, checks: [resumed] }
        - { id: unkilled, \(portfolio), checks: [resumed] }
      """, to: "suites/wrong.yaml")
    let ended = try await WorkbenchProcess.run(
      ["run", "suites/wrong.yaml", "--out", "out", "--display", "none"], in: project.root)
    #expect(ended.status == 5, "\(ended.output)")
    for words in [
      "the run ended cancelled, expected completed", "0 events tool.denied, expected 3",
      "the repeat was refused: conflict", "another request under the same key was answered",
      "the session ended before it was to be killed", "the session was not killed",
    ] {
      #expect(ended.output.contains(words), "\(words)\n\(ended.output)")
    }
  }
}

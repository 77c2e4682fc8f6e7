import Scoring
import Testing

@testable import Workbench

@Suite("The section soak of a suite")
struct SoakSettingsTests {
  private func suite(_ soak: String) throws -> Suite {
    try SuiteReader.read(
      """
      suite: s
      soak:
      \(soak.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      cases: [{ id: a, portfolio: p.json, checks: [schema] }]
      """, file: "s.yaml")
  }

  @Test("it is read with its shares and its gates")
  func reads() throws {
    let soak = try #require(
      try suite(
        """
        sessions: 12
        ramp: 500ms
        rounds: 3
        warm_up: 0
        sessions_per_user: 4
        caps: { user_day: { tokens: 24000 }, global_day: { tokens: 0 } }
        shares: { slow: 10%, drop: 0.25 }
        exhaust_tokens: 9
        gates: ["stream.ok >= 100%", "gap.p99 < 1s"]
        """
      ).soak)
    #expect(soak.sessions == 12 && soak.ramp == .milliseconds(500) && soak.exhaustTokens == 9)
    #expect(soak.rounds == 3 && soak.warmUp == 0)
    #expect(soak.sessionsPerUser == 4 && soak.caps.userDay == 24_000 && soak.caps.globalDay == 0)
    #expect(soak.caps.environment["AICOACH_BUDGET_GLOBAL_DAY_TOKENS"] == "0")
    #expect(soak.shares[.slow] == 0.1 && soak.shares[.drop] == 0.25 && soak.shares[.cancel] == nil)
    #expect(soak.gates.map(\.description) == ["stream.ok >= 100%", "gap.p99 < 1s"])
  }

  @Test(
    "what cannot be is told with its place",
    arguments: [
      ("sessions: 0", "s.yaml:3:13: \"sessions\" is 0"),
      ("session: 3", "unknown key \"session\"; did you mean \"sessions\"?"),
      ("sessions: 3\nrounds: 4", "s.yaml:4:11: 4 rounds are more than 3 sessions"),
      ("gates: [\"heap.slope < 100\"]", "a limit on heap.slope takes B or KB or KiB or MB, found `100`"),
      ("caps: { user_day: {} }", "\"user_day\" caps nothing; write for example { tokens: 10000 }"),
      ("caps: { user_dya: { tokens: 5 } }", "unknown key \"user_dya\"; did you mean \"user_day\"?"),
      ("caps: { global_day: { tokens: -5 } }", "\"tokens\" is -5"),
      ("caps: { global_day: { micros: 5 } }", "unknown key \"micros\""),
      ("sessions_per_user: 0", "\"sessions_per_user\" is 0"),
      ("shares: { slwo: 10% }", "unknown key \"slwo\"; did you mean \"slow\"?"),
      ("shares: { slow: 110% }", "\"slow\" is \"110%\"; write a share such as 10%"),
      ("shares: { slow: 60%, drop: 60% }", "the shares are more than the whole"),
      ("gates: [\"stream.okay >= 1\"]", "no metric is named `stream.okay`; did you mean `stream.ok`?"),
      ("gates: [\"gap.p99 < 5\"]", "a limit on gap.p99 takes s or ms or us, found `5`"),
      ("gates: [\"errors == 0 where a=b\"]", "expected the end here"),
    ])
  func refuses(soak: String, words: String) throws {
    let error = #expect(throws: InputError.self) { try suite(soak) }
    let told = try #require(error).description
    #expect(told.contains(words), "\(told)")
  }
}

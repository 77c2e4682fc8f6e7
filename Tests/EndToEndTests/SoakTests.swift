import JSONKit
import Testing

@Suite("workbench soak", .timeLimit(.minutes(5)))
struct SoakTests {
  /// Nobody else's work on this machine may decide the outcome, so no gate here is of time.
  private func soak(_ gates: String = "[\"stream.ok >= 100%\", \"budget.overrun == 0\"]") -> String {
    """
    suite: small
    defaults: { as_of: 2026-08-14 }
    soak:
      sessions: 10
      ramp: 2s
      shares: { slow: 10%, drop: 20%, cancel: 10%, duplicate: 20%, exhaust: 20% }
      timeout: 200s
      gates: \(gates)
    cases:
      - { id: one, portfolio: fixtures/portfolios/F01.json, checks: [schema, facts, grounded, forbidden] }
      - { id: two, portfolio: fixtures/portfolios/F05.json, checks: [schema, grounded], budget: { session: { tokens: 900000 } } }
    """
  }

  @Test("ten sessions with clients of every kind are right; rows, report and JUnit tell of each")
  func passes() async throws {
    let project = try TemporaryProject()
    let suite = soak().replacing("ramp: 2s", with: "ramp: 500ms\n  think: 300ms")
      .replacing("suite: small", with: "suite: small\npriced_as: openai/gpt-5-mini")
    try project.write(suite, to: "suites/small.yaml")
    let ended = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--out", "out", "--json"], in: project.root)
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    let summary = try JSONValue(parsing: ended.output)
    #expect(summary["counts"]?["ok"] == 10 && summary["counts"]?["overruns"] == 0)
    #expect(summary["counts"]?["exhausted"] == 2)
    #expect((summary["counts"]?["parallel"]?.int ?? 0) > 2, "sessions that think for a while overlap")
    #expect(summary["usage"]?["priced_as"] == "openai/gpt-5-mini")
    #expect((summary["usage"]?["cost_micros"]?.int ?? 0) > 0)
    #expect((summary["counts"]?["repeats"]?.int ?? 0) > 0)
    let rows = try project.text("out/results.jsonl").split(separator: "\n").map {
      try JSONValue(parsing: String($0))
    }
    #expect(rows.count == 10 && rows.allSatisfy { $0["status"] == "passed" })
    #expect(Set(rows.compactMap { $0["behaviour"]?.string }).count == 6)
    #expect(try project.text("out/junit.xml").contains("stream.ok &gt;= 100%"))
    #expect(try project.text("out/report.html").contains("10 of 10 streams were right"))
  }

  @Test("rounds have a quiet point before and after each, and the page and the gates tell what is left")
  func rounds() async throws {
    let project = try TemporaryProject()
    try project.write(
      soak("[\"heap.slope < 100MB\", \"descriptors.left <= 2\", \"stream.ok >= 100%\"]"),
      to: "suites/small.yaml")
    let ended = try await WorkbenchProcess.run(
      [
        "soak", "suites/small.yaml", "--rounds", "2", "--sessions", "6", "--ramp", "1s", "--out", "out",
        "--json",
      ],
      in: project.root)
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    let summary = try JSONValue(parsing: ended.output)
    let points = try #require(summary["quiet_points"]?.array)
    #expect(points.map { $0["sessions"]?.int } == [0, 3, 6])
    #expect(points.allSatisfy { $0["unrest"] == nil && ($0["engine"]?["heap_bytes"]?.int ?? 0) > 1_000_000 })
    #expect(Set(points.compactMap { $0["facade"]?["pid"]?.int }).count == 1)
    #expect(summary["gates"]?.array?.first?["message"]?.string?.contains("over 3 quiet points") == true)
    #expect(try project.text("out/report.html").contains("Heap in use at quiet points"))
    let once = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--sessions", "1", "--ramp", "100ms", "--out", "out"], in: project.root)
    #expect(once.status == 3 && once.output.contains("there is nothing heap.slope could be told of"))
    let many = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--rounds", "11", "--out", "out"], in: project.root)
    #expect(many.status == 2 && many.errors.contains("11 rounds are more than 10 sessions"))
  }

  @Test("sessions side by side pass no cap of their user or of all, and end for want of room as they should")
  func sharedCaps() async throws {
    let project = try TemporaryProject()
    try project.write(
      """
      suite: capped
      defaults: { as_of: 2026-08-14 }
      soak:
        sessions: 8
        sessions_per_user: 4
        ramp: 1s
        caps: { user_day: { tokens: 14000 }, global_day: { tokens: 24000 } }
        timeout: 200s
        gates: ["stream.ok >= 100%", "budget.overrun == 0", "budget.exhausted >= 2"]
      cases: [{ id: one, portfolio: fixtures/portfolios/F01.json, checks: [schema, facts, grounded, forbidden] }]
      """, to: "suites/capped.yaml")
    let ended = try await WorkbenchProcess.run(
      ["soak", "suites/capped.yaml", "--out", "out", "--json"], in: project.root)
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    let budgets = try #require(try JSONValue(parsing: ended.output)["shared_budgets"]?.array)
    #expect(budgets.map { $0["scope"]?.string } == ["global_day", "user_day", "user_day"])
    #expect(budgets.map { $0["sessions"]?.int } == [8, 4, 4])
    for budget in budgets {
      let (used, cap) = (budget["used"]?.int ?? .max, budget["cap"]?.int ?? 0)
      #expect(used > 0 && used <= cap, "\(budget)")
    }
    #expect(try project.text("out/report.html").contains("Budgets of a day"))
    let elsewhere = try await WorkbenchProcess.run(
      ["soak", "suites/capped.yaml", "--url", "http://127.0.0.1:9", "--out", "out"], in: project.root)
    #expect(elsewhere.status == 2 && elsewhere.errors.contains("only servers started here can be given caps"))
  }

  @Test("a soak is put beside the last one of its suite, and what was not alike is said")
  func compares() async throws {
    let project = try TemporaryProject()
    try project.write(soak(), to: "suites/small.yaml")
    func run(_ more: String...) async throws -> WorkbenchProcess.Ended {
      try await WorkbenchProcess.run(
        ["soak", "suites/small.yaml", "--sessions", "3", "--ramp", "100ms"] + more, in: project.root)
    }
    let first = try await run("--out", "reports/soak-first")
    #expect(!first.output.contains("against "), "\(first.output)\(first.errors)")
    let second = try await run("--seed", "2", "--out", "reports/soak-second")
    #expect(second.status == first.status && second.output.contains("\nagainst soak-"), "\(second.output)")
    #expect(second.output.contains("seed 1 then, 2 now") && !second.output.contains("sessions 3 then"))
    let written = try JSONValue(parsing: try project.text("reports/soak-second/summary.json"))
    let earlier = try JSONValue(parsing: try project.text("reports/soak-first/summary.json"))
    #expect(written["against"]?["run"] == earlier["run"])
    #expect(try project.text("reports/soak-second/report.html").contains("Against the last soak"))
    let none = try await run("--against", "suites", "--out", "out")
    #expect(none.status == 2 && none.errors.contains("suites/summary.json"), "\(none.errors)")
    #expect(!project.exists("out"))
  }

  @Test("two soaks are joined into one that is reported, read again and joined once more")
  func merges() async throws {
    let project = try TemporaryProject()
    try project.write(soak("[\"errors == 0\", \"budget.overrun == 0\"]"), to: "suites/small.yaml")
    for (name, seed) in [("a", "1"), ("b", "2")] {
      let ended = try await WorkbenchProcess.run(
        [
          "soak", "suites/small.yaml", "--sessions", "3", "--ramp", "100ms", "--seed", seed, "--out", name,
          "--against", "none",
        ], in: project.root)
      #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    }
    func report(_ arguments: String...) async throws -> WorkbenchProcess.Ended {
      try await WorkbenchProcess.run(["report"] + arguments, in: project.root)
    }
    let joined = try await report("--merge", "a", "b", "--out", "both")
    #expect(joined.status == 0 && joined.output.contains("6 sessions"), "\(joined.output)\(joined.errors)")
    let summary = try JSONValue(parsing: try project.text("both/summary.json"))
    #expect(summary["counts"]?["ok"] == 6 && summary["sources"]?.array?.count == 2)
    #expect(try project.text("both/results.jsonl").split(separator: "\n").count == 6)
    #expect(try project.text("both/junit.xml").contains("errors == 0"))
    #expect(try project.text("both/report.html").contains("Joined from"))
    let again = try await report("both")
    #expect(again.status == 0 && again.output == "wrote both/junit.xml and both/report.html\n")
    let twice = try await report("--merge", "both", "a")
    #expect(twice.status == 2 && twice.errors.contains("is joined twice"), "\(twice.errors)")
    let over = try await report("--merge", "a", "b", "--out", "a")
    #expect(over.status == 2 && over.errors.contains("would overwrite a"))
    let usage = try await report("a", "--merge", "b", "both")
    #expect(usage.status == 64)
  }

  @Test("the knee is looked for rung by rung, each with its report")
  func findsKnee() async throws {
    let project = try TemporaryProject()
    // A quarter runs out of budget, so that six sessions and more break this gate on any machine.
    let suite = soak("[\"errors == 0\", \"budget.exhausted <= 1\"]")
      .replacing(/shares: .*/, with: "shares: { exhaust: 25% }")
    try project.write(suite, to: "suites/small.yaml")
    let held = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--find-knee", "--sessions", "4", "--ramp", "200ms", "--out", "held"],
      in: project.root)
    #expect(held.status == 0, "\(held.output)\(held.errors)")
    #expect(
      held.output.contains(
        "the knee lies between 5 and 6 sessions over 0.2 s (25 to 30 a second): budget.exhausted <= 1 broke at 6"
      ),
      "\(held.output)")
    let knee = try JSONValue(parsing: try project.text("held/knee.json"))
    #expect(knee["schema"] == "soak-knee/1" && knee["held"] == 5 && knee["broke"] == 6)
    #expect(knee["rungs"]?.array?.compactMap { $0["sessions"]?.int } == [4, 8, 6, 5])
    #expect(try project.text("held/report.html").contains("<a href=\"rungs/8/report.html\">8</a>"))
    #expect(project.exists("held/rungs/8/report.html") && project.exists("held/junit.xml"))
    try project.write(soak("[\"total.p50 < 1us\"]"), to: "suites/small.yaml")
    let broke = try await WorkbenchProcess.run(
      [
        "soak", "suites/small.yaml", "--find-knee", "--sessions", "2", "--ramp", "200ms", "--out", "broke",
        "--json",
      ],
      in: project.root)
    #expect(broke.status == 3, "\(broke.output)\(broke.errors)")
    #expect(try JSONValue(parsing: broke.output)["rungs"]?[0]?["broken_gates"]?[0] == "total.p50 < 1us")
    let most = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--find-knee", "--most", "3"], in: project.root)
    #expect(most.status == 2 && most.errors.contains("begins with 10 sessions"), "\(most.errors)")
    let chaos = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--find-knee", "--chaos"], in: project.root)
    #expect(chaos.status == 64 && chaos.errors.contains("leave --chaos out"))
  }

  @Test("a gate that does not hold is exit 3, and what is no soak is exit 2")
  func fails() async throws {
    let project = try TemporaryProject()
    try project.write(soak("[\"total.p50 < 1us\"]"), to: "suites/small.yaml")
    let slow = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--sessions", "2", "--ramp", "100ms", "--out", "out"], in: project.root)
    #expect(slow.status == 3, "\(slow.output)\(slow.errors)")
    #expect(slow.output.contains("FAIL  total.p50 < 1us"))
    let none = try await WorkbenchProcess.run(["soak", "suites/core.yaml"], in: project.root)
    #expect(none.status == 2 && none.errors.contains("no section \"soak\""))
    let gone = try await WorkbenchProcess.run(
      ["soak", "suites/small.yaml", "--url", "http://127.0.0.1:9", "--out", "out"], in: project.root)
    #expect(gone.status == 5 && gone.errors.contains("signs nobody in"), "\(gone.errors)")
  }
}

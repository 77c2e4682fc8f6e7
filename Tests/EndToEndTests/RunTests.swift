import CoachCore
import Foundation
import JSONKit
import Testing

@Suite("workbench run")
struct RunTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
  }

  private func run(_ arguments: String..., ci: Bool = false) async throws -> WorkbenchProcess.Ended {
    try await WorkbenchProcess.run(["run", "suites/core.yaml"] + arguments, in: project.root, ci: ci)
  }

  private func summary(_ folder: String) throws -> JSONValue {
    try JSONValue(parsing: try project.text("\(folder)/summary.json"))
  }

  private func records(_ folder: String) throws -> [String: RunRecord] {
    let lines = try RecordLines(try project.text("\(folder)/records.jsonl"))
    let pairs = try lines.records.map { record in
      let id = try #require(record["case"]?.string)
      return (id, try JSONValueDecoder().decode(RunRecord.self, from: record))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The ids of the core suite's cases, in order.
  private func caseIDs() throws -> [String] {
    try project.text("suites/core.yaml").matches(of: /(?m)^  - id: (\S+)$/).map { String($0.output.1) }
  }

  @Test("the core suite passes and leaves its five files behind a link")
  func passes() async throws {
    let ended = try await run(ci: true)
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("PASS"))
    for name in ["records.jsonl", "results.jsonl", "summary.json", "junit.xml", "report.html"] {
      #expect(project.exists("reports/latest/\(name)"), "\(name)")
    }
    let summary = try summary("reports/latest")
    #expect(summary["exit_status"]?.int == 0)
    #expect(summary["counts"]?["passed"]?.int == (try caseIDs().count))
  }

  @Test("a changed golden exits 4 and prints the pointer that differs, though a gate fails too")
  func changedGolden() async throws {
    let golden = "goldens/core/retirement-far-behind.json"
    let before = try project.text(golden)
    let shortfall = try #require(
      JSONValue(parsing: before)["facts"]?["goal.g1.shortfall"]?.number?.text)
    let member = "\"goal.g1.shortfall\": "
    try project.replace(member + shortfall, with: member + "1.00", in: golden)
    let ended = try await run("--out", "out")
    #expect(ended.status == 4, "\(ended.output)")
    #expect(ended.output.contains("/facts/goal.g1.shortfall"))
    #expect(ended.output.contains("workbench golden accept core/retirement-far-behind"))
    let summary = try summary("out")
    #expect(summary["exit_reasons"]?.array?.compactMap(\.string) == ["golden", "gate"])
    let accepted = try await WorkbenchProcess.run(
      ["golden", "accept", "retirement-far-behind"], in: project.root)
    #expect(accepted.status == 0)
    #expect(try project.text(golden) == before)
    #expect(try await run().status == 0)
  }

  @Test("an invented number exits 1, naming number and case, and the template takes its place")
  func inventedNumber() async throws {
    let ended = try await run(
      "--model", "faulty:invent_number", "--out", "out", "--case", "retirement-far-behind")
    #expect(ended.status == 1, "\(ended.output)")
    #expect(ended.output.contains("retirement-far-behind"))
    #expect(ended.output.contains("guardrails"))
    #expect(ended.output.contains("R4"))
    let record = try #require(try records("out")["retirement-far-behind"])
    #expect(record.writers.count == record.artifacts.insights.count + record.artifacts.recommendations.count)
    #expect(record.writers.allSatisfy { $0.author == .template })
    let number = try #require(record.verdicts.first?.rails.flatMap(\.findings).first?.text)
    #expect(ended.output.contains(number))
  }

  @Test("twice, and on one job or eight, canonical records and artifacts are the same bytes")
  func repeats() async throws {
    var runs: [[String: RunRecord]] = []
    for (folder, jobs) in [("a", "1"), ("b", "8"), ("c", "8")] {
      #expect(try await run("--out", folder, "-j", jobs).status == 0)
      runs.append(try records(folder))
    }
    #expect(runs[0].count == (try caseIDs().count))
    for (id, record) in runs[0] {
      for other in runs.dropFirst() {
        let twin = try #require(other[id])
        #expect(try record.canonical() == twin.canonical(), "\(id)")
        #expect(record.artifacts == twin.artifacts, "\(id)")
      }
    }
  }

  @Test("goldens recorded into two empty folders are equal, and equal to those kept")
  func goldensAgree() async throws {
    for folder in ["first", "second"] {
      #expect(try await run("--golden", "all", "--goldens", folder, "--out", "out-\(folder)").status == 4)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: project.file("first/core").path).sorted()
    #expect(names == (try caseIDs().map { "\($0).json.new" }.sorted()))
    for name in names {
      let first = try project.text("first/core/\(name)")
      #expect(first == (try project.text("second/core/\(name)")))
      #expect(first == (try project.text("goldens/core/\(name.dropLast(".new".count))")))
    }
  }

  @Test("under CI nothing is proposed; a missing and an obsolete golden fail with exit 4")
  func missingAndObsolete() async throws {
    try FileManager.default.removeItem(at: project.file("goldens/core/first-sip.json"))
    let missing = try await run("--out", "out", ci: true)
    #expect(missing.status == 4)
    #expect(!project.exists("goldens/core/first-sip.json.new"))
    #expect(try await run("--out", "out").status == 4)
    #expect(project.exists("goldens/core/first-sip.json.new"))
    #expect(try await WorkbenchProcess.run(["golden", "accept"], in: project.root).status == 0)
    try project.write("{}\n", to: "goldens/core/long-gone.json")
    let obsolete = try await run("--out", "out")
    #expect(obsolete.status == 4)
    #expect(obsolete.output.contains("obsolete"))
    #expect(
      try await run("--out", "out", "--case", "first-sip").status == 0,
      "a filtered run judges no goldens obsolete")
  }

  @Test("cases are chosen by id, pattern and tag; none chosen is exit 8")
  func filters() async throws {
    #expect(try await run("--case", "*saver", "--out", "out").status == 0)
    #expect(try summary("out")["counts"]?["passed"]?.int == 1)
    #expect(try await run("--tag", "on_track", "--out", "out").status == 0)
    #expect(try summary("out")["counts"]?["passed"]?.int == 4)
    let none = try await run("--tag", "ghost")
    #expect(none.status == 8)
    #expect(none.errors.contains("no case has the tag \"ghost\"; all"))
  }

  @Test("an unknown case is told with the nearest and the command that lists all, which runs nothing")
  func unknownCase() async throws {
    let slip = try await run("--case", "two-goal-savr", "--out", "out")
    #expect(slip.status == 8)
    #expect(slip.errors.contains("no case is called \"two-goal-savr\", did you mean \"two-goal-saver\""))
    #expect(slip.errors.contains("workbench run suites/core.yaml --list"))
    #expect(!slip.errors.contains("retirement-far-behind"), "only the nearest are named")
    let both = try await run("--case", "two-goal-saver", "--tag", "at_risk", "--out", "out")
    #expect(both.errors.contains("no case matches both --case and --tag"))
    let list = try await run("--case", "two-goal-saver", "--list", "--out", "unused")
    #expect(list.status == 0 && list.output.hasPrefix("two-goal-saver"))
    #expect(list.output.split(separator: "\n").count == 1 && !project.exists("unused"))
    let json = try JSONValue(parsing: try await run("--list", "--json").output)
    #expect(json["cases"]?.array?.contains { $0["case"]?.string == "two-goal-saver" } == true)
  }

  @Test("--json prints one object, for a result and for an error")
  func json() async throws {
    let ended = try await run("--json", "--out", "out")
    #expect(try JSONValue(parsing: ended.output)["schema"]?.string == "summary/1")
    let bad = try await WorkbenchProcess.run(["run", "ghost.yaml", "--json"], in: project.root)
    #expect(bad.status == 2)
    let error = try #require(try JSONValue(parsing: bad.output)["error"])
    #expect(error["kind"]?.string == "bad_input")
    #expect(error["message"]?.string?.contains("ghost.yaml") == true)
  }

  @Test("report makes the same files again, without running anything")
  func report() async throws {
    #expect(try await run("--out", "out").status == 0)
    let html = try project.text("out/report.html")
    try FileManager.default.removeItem(at: project.file("out/report.html"))
    #expect(try await WorkbenchProcess.run(["report", "out"], in: project.root).status == 0)
    #expect(try project.text("out/report.html") == html)
  }

  @Test("trials write their facts once and refer to them after")
  func trials() async throws {
    #expect(try await run("--case", "two-goal-saver", "--trials", "3", "-j", "1", "--out", "out").status == 0)
    let lines = try project.text("out/records.jsonl").split(separator: "\n").map {
      try JSONValue(parsing: String($0))
    }
    #expect(lines.count == 3)
    #expect(lines.map { $0["facts"] != nil } == [true, false, false])
    #expect(lines.dropFirst().allSatisfy { $0["facts_ref"]?["offset"]?.int == 0 })
    let summary = try summary("out")
    #expect(summary["counts"]?["passed"]?.int == 1, "trials of a case are one cell")
  }
}

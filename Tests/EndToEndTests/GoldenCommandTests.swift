import Foundation
import JSONKit
import Testing

/// From a run that proposes to a golden in place, as a person and a pipe see it.
@Suite("workbench golden")
struct GoldenCommandTests {
  private let project: TemporaryProject

  /// Where the goldens stand: the default folder, or one of the caller's own.
  enum Place: String, CaseIterable, Sendable {
    case goldens
    case elsewhere = "my goldens"

    var arguments: [String] { self == .goldens ? [] : ["--goldens", rawValue] }
  }

  init() throws {
    project = try TemporaryProject()
    try project.write(
      """
      suite: tiny
      cases:
        - { id: session, portfolio: fixtures/portfolios/F03.json, checks: [golden] }
        - { id: alone, agent: goal_insights, given: fixtures/facts/goal-behind.json, checks: [golden] }
      """, to: "suites/tiny.yaml")
  }

  private func run(_ place: Place) async throws -> Int32 {
    try await WorkbenchProcess.run(
      ["run", "suites/tiny.yaml", "--out", "out"] + place.arguments, in: project.root
    ).status
  }

  private func golden(_ words: [String], _ place: Place) async throws -> WorkbenchProcess.Ended {
    try await WorkbenchProcess.run(["golden"] + words + place.arguments, in: project.root)
  }

  @Test(
    "a proposal is listed, reviewed, rejected, and accepted when it comes again", arguments: Place.allCases)
  func wholeWay(place: Place) async throws {
    #expect(try await run(place) == 4)
    let list = try await golden(["list"], place)
    #expect(list.status == 0)
    #expect(list.output.contains("tiny/alone  a new golden\ntiny/session  a new golden"))
    #expect(try await golden(["reject", "tiny/alone"], place).output == "rejected tiny/alone\n")
    #expect(!project.exists("\(place.rawValue)/tiny/alone.json.new"))
    #expect(try await golden(["accept", "session"], place).output == "accepted tiny/session\n")
    #expect(try await run(place) == 4)
    #expect(try await golden(["accept"], place).output == "accepted tiny/alone\n")
    #expect(try await run(place) == 0)
  }

  @Test("review prints a pointer a line with the commands that settle it, and its commands work as pasted")
  func review() async throws {
    let place = Place.elsewhere
    _ = try await run(place)
    _ = try await golden(["accept"], place)
    let file = "\(place.rawValue)/tiny/session.json"
    let before = try project.text(file)
    try project.replace("\"completed\"", with: "\"failed\"", in: file)
    #expect(try await run(place) == 4)
    let review = try await WorkbenchProcess.shell(
      "$WORKBENCH golden review --goldens 'my goldens' | cat", in: project.root)
    let lines = review.output.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(
      lines == [
        "tiny/session", "/outcome   \"failed\" -> \"completed\"",
        "workbench golden accept tiny/session --goldens 'my goldens'",
        "workbench golden reject tiny/session --goldens 'my goldens'",
      ])
    let json = try JSONValue(parsing: try await golden(["review", "--json"], place).output)
    #expect(json["pending"]?[0]?["differences"]?.array?.count == 1)
    let accept = try #require(lines.first { $0.contains("accept") }).dropFirst("workbench".count)
    #expect(try await WorkbenchProcess.shell("$WORKBENCH\(accept)", in: project.root).status == 0)
    #expect(try project.text(file) == before)
  }

  @Test(
    "a name nothing waits for and a folder that is not there are exit 2, an empty folder is nothing waiting")
  func mistakes() async throws {
    for verb in ["accept", "reject", "review"] {
      let ended = try await golden([verb, "ghost"], .goldens)
      #expect(ended.status == 2 && ended.errors.contains("golden list"))
      #expect(try await golden([verb], .goldens).status == 0)
      #expect(try await golden([verb], .elsewhere).status == 2)
    }
    let empty = try await golden(["list", "--json"], .goldens)
    #expect(try JSONValue(parsing: empty.output)["pending"]?.array?.isEmpty == true)
  }

  @Test("a proposal that is no JSON is not accepted, nor is any beside it")
  func broken() async throws {
    _ = try await run(.goldens)
    try project.write("{", to: "goldens/tiny/session.json.new")
    let ended = try await golden(["accept"], .goldens)
    #expect(ended.status == 2 && ended.errors.contains("session.json.new:1:"))
    #expect(!project.exists("goldens/tiny/alone.json"))
  }

  @Test("prune deletes what no case of a suite has, and says so first when asked", arguments: Place.allCases)
  func prune(place: Place) async throws {
    _ = try await run(place)
    _ = try await golden(["accept"], place)
    for name in ["gone.json", "lost.json.new"] {
      try project.write("{}", to: "\(place.rawValue)/tiny/\(name)")
    }
    let dry = try await golden(["prune", "suites/tiny.yaml", "--dry-run"], place)
    #expect(
      dry.status == 0 && dry.output.contains("obsolete \(place.rawValue)/tiny/gone.json"), "\(dry.errors)")
    #expect(project.exists("\(place.rawValue)/tiny/gone.json"))
    let pruned = try await golden(["prune"], place)
    #expect(pruned.output.contains("deleted \(place.rawValue)/tiny/gone.json"), "\(pruned.errors)")
    #expect(!project.exists("\(place.rawValue)/tiny/gone.json"))
    #expect(!project.exists("\(place.rawValue)/tiny/lost.json.new"))
    #expect(project.exists("\(place.rawValue)/tiny/session.json"))
    #expect(try await golden(["prune"], place).output == "no golden is obsolete\n")
  }
}

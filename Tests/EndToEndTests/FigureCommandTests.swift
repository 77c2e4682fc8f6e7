import Foundation
import JSONKit
import Testing

/// The commands a person does sums with.
@Suite("Figures on the command line")
struct FigureCommandTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
  }

  private func json(_ arguments: String...) async throws -> JSONValue {
    let ended = try await WorkbenchProcess.run(arguments + ["--json"], in: project.root)
    #expect(ended.status == 0, "\(ended.errors)")
    return try JSONValue(parsing: ended.output)
  }

  @Test("a step-up SIP, with the figures of the domain's own example")
  func sip() async throws {
    let answer = try await json(
      "math", "sip", "--amount", "10,000", "--months", "120", "--return", "12%", "--step-up", "10")
    #expect(answer["value"]?.number?.text == "3268898.48")
    #expect(answer["invested"]?.number?.text == "1912490.95")
    let text = try await WorkbenchProcess.run(
      ["math", "sip", "--amount", "5k", "--months", "120", "--return", "12", "--nominal"], in: project.root)
    #expect(text.output.contains("₹11,61,695.38"))
  }

  @Test("a goal, with the figures of the domain's own example")
  func goal() async throws {
    let answer = try await json(
      "math", "goal", "--target", "25L", "--months", "96", "--inflation", "7", "--return", "11", "--saved",
      "3 lakh",
      "--sip", "10000")
    #expect(answer["shortfall"]?.number?.text == "2097528.77")
    #expect(answer["required_sip"]?.number?.text == "23922.49")
  }

  @Test("an XIRR, one that has several answers and one that has none")
  func xirr() async throws {
    let one = try await json("math", "xirr", "--flow", "2023-01-01:-1000", "2024-01-01:1100")
    #expect(abs(try #require(one["rate"]?.double) - 0.1) < 1e-12)
    let several = try await json(
      "math", "xirr", "--flow", "2022-01-01:-1000", "2023-01-01:2300", "2024-01-01:-1320")
    #expect(several["status"]?.string == "multiple_roots")
    let none = try await json("math", "xirr", "--flow", "2022-01-01:-1000", "2023-01-01:-5")
    #expect(none["status"]?.string == "no_sign_change")
  }

  @Test(
    "what is no amount, rate, date or number of months is exit 64",
    arguments: [
      ["math", "sip", "--amount", "lots", "--months", "12", "--return", "12"],
      ["math", "sip", "--amount", "1000", "--months", "0", "--return", "12"],
      ["math", "sip", "--amount", "1000", "--months", "12", "--return", "nan"],
      ["math", "sip", "--amount", "1000", "--months", "12", "--return", "-100"],
      ["math", "xirr", "--flow", "2024-02-30:-5"], ["math", "xirr", "--flow", "2024-02-03:inf"],
      ["math", "xirr"],
    ])
  func usage(arguments: [String]) async throws {
    #expect(try await WorkbenchProcess.run(arguments, in: project.root).status == 64)
  }

  @Test("a portfolio as a person reads it, and as a program does")
  func portfolio() async throws {
    let text = try await WorkbenchProcess.run(
      ["portfolio", "show", "fixtures/portfolios/F02.json"], in: project.root)
    #expect(text.status == 0)
    for word in ["₹58.39 L", "XIRR 13.56%", "on track", "equity 85.0%", "██"] {
      #expect(text.output.contains(word), "\(word)")
    }
    let view = try await json("portfolio", "show", "fixtures/portfolios/F02.json", "--as-of", "2026-08-11")
    #expect(view["as_of"]?.string == "2026-08-11")
    let shares = try #require(view["allocation"]?.array).compactMap { $0["share"]?.double }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test("shares beside funds are valued at their close and count as equity")
  func shares() async throws {
    let before = try await json("portfolio", "show", "fixtures/portfolios/F02.json")
    try project.write(
      "# made up for a test\nisin,date,close\nINE009A01021,2026-08-13,1500.50\n",
      to: "fixtures/prices/closes.csv")
    try project.replace(
      "\"stocks\": []", with: "\"stocks\": [{\"id\": \"x1\", \"isin\": \"INE009A01021\", \"quantity\": 100}]",
      in: "fixtures/portfolios/F02.json")
    let after = try await json("portfolio", "show", "fixtures/portfolios/F02.json")
    let gained = try #require(after["value"]?.double) - (try #require(before["value"]?.double))
    #expect(abs(gained - 150_050) < 0.005)
    func equity(_ view: JSONValue) -> Double {
      (view["allocation"]?.array ?? []).first { $0["class"]?.string == "equity" }?["share"]?.double ?? 0
    }
    #expect(equity(after) > equity(before))
    let shares = (after["allocation"]?.array ?? []).compactMap { $0["share"]?.double }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    try project.replace("1500.50", with: "-1", in: "fixtures/prices/closes.csv")
    let bad = try await WorkbenchProcess.run(
      ["portfolio", "show", "fixtures/portfolios/F02.json"], in: project.root)
    #expect(bad.status == 2 && bad.errors.contains("fixtures/prices/closes.csv:3"))
  }

  @Test("a first year shows no yearly return, a bad date and a missing file are named")
  func portfolioEdges() async throws {
    let young = try await WorkbenchProcess.run(
      ["portfolio", "show", "fixtures/portfolios/F01.json"], in: project.root)
    #expect(!young.output.contains("XIRR"))
    let date = try await WorkbenchProcess.run(
      ["portfolio", "show", "fixtures/portfolios/F01.json", "--as-of", "tomorrow"], in: project.root)
    #expect(date.status == 2 && date.errors.contains("2026-08-14"))
    let early = try await WorkbenchProcess.run(
      ["portfolio", "show", "fixtures/portfolios/F01.json", "--as-of", "2001-01-01"], in: project.root)
    #expect(early.status == 2)
    let missing = try await WorkbenchProcess.run(
      ["portfolio", "show", "fixtures/portfolios/F0.json"], in: project.root)
    #expect(missing.status == 2 && missing.errors.contains("did you mean"))
  }

  @Test("a goal's name cannot speak to the terminal")
  func escapes() async throws {
    try project.replace(
      "Swarangi's college", with: "\\u001b[31mred\\u202e", in: "fixtures/portfolios/F02.json")
    let text = try await WorkbenchProcess.run(
      ["portfolio", "show", "fixtures/portfolios/F02.json"], in: project.root)
    #expect(text.status == 0)
    #expect(text.output.contains("(red)"))
    #expect(
      !text.output.unicodeScalars.contains("\u{1b}") && !text.output.unicodeScalars.contains("\u{202e}"))
  }

  @Test("a file of cases closes with its counts, and each failure says got, expected and tolerance")
  func cases() async throws {
    try project.write(
      """
      {"cases": [
        {"name": "good", "kind": "inflated_target", "inputs": {"target_today": 2000000, "inflation": 0.1, "years": 12},
         "expected": 6276856.75, "tolerance": {"abs": 0.01, "rel": 0}},
        {"name": "bad", "kind": "inflated_target", "inputs": {"target_today": 2000000, "inflation": 0.1, "years": 12},
         "expected": 1, "tolerance": {"abs": 0.01, "rel": 0}},
        {"name": "odd", "kind": "astrology", "inputs": {}, "expected": 1}
      ]}
      """, to: "cases.json")
    let ended = try await WorkbenchProcess.run(["math", "--cases", "cases.json"], in: project.root)
    #expect(ended.status == 1)
    let lines = ended.output.split(separator: "\n")
    #expect(lines.last == "1 passed, 2 failed", "\(ended.output)")
    #expect(
      lines.contains {
        $0.contains("bad") && $0.contains("got") && $0.contains("expected") && $0.contains("abs 0.01")
      })
    #expect(ended.output.contains("astrology"))
    #expect(try await WorkbenchProcess.run(["math", "--cases", "ghost.json"], in: project.root).status == 2)
    #expect(try await WorkbenchProcess.run(["math"], in: project.root).status == 64)
  }
}

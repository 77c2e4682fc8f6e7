import JSONKit
import Scoring
import Testing

@Suite("rows and exit status")
struct ResultTests {
  @Test func statusesReduce() {
    #expect(CheckStatus(reducing: [.passed, .failed, .error, .skipped]) == .error)
    #expect(CheckStatus(reducing: [.passed, .failed, .skipped]) == .failed)
    #expect(CheckStatus(reducing: [.skipped, .passed]) == .passed)
    #expect(CheckStatus(reducing: [.skipped]) == .skipped)
    #expect(CheckStatus(reducing: []) == .error)
  }

  @Test func aRowIsWrittenWholeAndReadBack() throws {
    var row = CaseResult.row(tags: ["smoke"])
    row.pricedAs = "openai/gpt-5-mini"
    row.record = .init(offset: 0, length: 123, sha256: "ab")
    let value = try JSONValue(parsing: row.line())
    #expect(value.object?.keys.prefix(3) == ["schema", "suite", "case"])
    #expect(value["schema"] == "result/1")
    #expect(value["error"] == .null)
    #expect(value["cost_micros"] == 10_000)
    #expect(try JSONValueDecoder().decode(CaseResult.self, from: value) == row)
    var other = value.object ?? [:]
    other["schema"] = "result/2"
    #expect(throws: (any Error).self) { try JSONValueDecoder().decode(CaseResult.self, from: .object(other)) }
  }

  @Test func aRowStaysWithinAKilobyte() throws {
    let long = String(repeating: "₹", count: 400)
    var row = CaseResult.row()
    row.checks = ["schema", "facts", "grounded", "guardrails", "forbidden", "golden"].map {
      CaseResult.Check(check: $0, status: .failed, message: long)
    }
    #expect(row.checks[0].message.count == 160)
    let line = try row.line()
    #expect(line.utf8.count <= 1_024)
    #expect(try JSONValueDecoder().decode(CaseResult.self, from: JSONValue(parsing: line)).checks.count == 6)
  }

  @Test func theFirstThatHoldsDecidesForEverySetOfConditions() {
    let order: [Scoring.ExitStatus] = [
      .usage, .badInput, .interrupted, .budgetStop, .errorsOverBudget, .checkFailed, .goldenMismatch,
      .gateFailed,
      .inconclusive, .nothingSelected,
    ]
    #expect(order.map(\.rawValue) == [64, 2, 130, 6, 5, 1, 4, 3, 7, 8])
    for mask in 0..<(1 << order.count) {
      let holding = order.indices.filter { mask & (1 << $0) != 0 }.map { order[$0] }
      let verdict = RunVerdict(Set(holding))
      #expect(verdict.reasons == holding)
      #expect(verdict.status == holding.first ?? .passed)
    }
  }

  @Test func rowsAndGatesDecide() throws {
    let passed = CaseResult.row()
    let golden = CaseResult.row([("schema", .passed), ("golden", .failed)])
    let failed = CaseResult.row([("schema", .failed), ("golden", .failed)])
    let error = CaseResult.row([("schema", .error)])
    let hidden = CaseResult.row([("schema", .error), ("facts", .failed)])
    func status(_ rows: [CaseResult], _ gates: [String] = []) throws -> [Int32] {
      let results = try gates.map { try Gate($0).evaluate(rows) }
      return RunVerdict(results: rows, gates: results).reasons.map(\.rawValue)
    }
    #expect(try status([passed]) == [])
    #expect(try status([]) == [8])
    #expect(try status([passed, golden]) == [4])
    #expect(try status([passed, golden], ["pass_rate >= 1"]) == [4, 3])
    #expect(try status([golden, failed]) == [1, 4])
    #expect(try status([failed]) == [1])
    #expect(try status([passed, error]) == [5])
    #expect(try status([hidden]) == [5, 1])
    #expect(try status([passed, error], ["errors <= 50%"]) == [])
    #expect(try status([passed, error], ["errors <= 49%"]) == [5, 3])
    #expect(try status([passed, error], ["errors <= 50%", "errors <= 0"]) == [5, 3])
    #expect(try status([passed, error], ["errors <= 50% where variant=A"]) == [5])
    #expect(try status([passed], ["cost.mean < 9 where tag=none"]) == [3])
  }
}

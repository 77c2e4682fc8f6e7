import JSONKit
import Testing

@testable import CoachCore
@testable import Finance

/// Policy tables with a gap in their dates: refused where it is between two rows, and where it is at the day of a session,
/// the session ends once, names the table, and says nothing that rests on it.
@Suite("A policy table with a gap in its dates")
struct PolicyGapTests {
  private static let texts = [
    "disclaimers": PolicyTables.disclaimersTable, "return_clamp": PolicyTables.returnClampTable,
    "class_returns": PolicyTables.classReturnsTable,
    "default_allocations": PolicyTables.defaultAllocationsTable, "goal_bands": PolicyTables.goalBandsTable,
    "topic_cooldowns": PolicyTables.topicCooldownsTable, "simulation": PolicyTables.simulationTable,
    "advice": PolicyTables.adviceTable,
  ]

  /// The project's own tables, with the rows of one changed.
  private func tables(_ name: String, _ change: ([JSONValue]) -> [JSONValue]) throws -> PolicyTables {
    func table(_ key: String) throws -> JSONValue {
      let value = try JSONValue(parsing: try #require(Self.texts[key]))
      guard key == name, var members = value.object else { return value }
      members["rows"] = .array(change(try #require(members["rows"]?.array)))
      return .object(members)
    }
    return try PolicyTables(
      disclaimers: table("disclaimers"), returnClamp: table("return_clamp"),
      classReturns: table("class_returns"), defaultAllocations: table("default_allocations"),
      bands: table("goal_bands"), topicCooldowns: table("topic_cooldowns"), simulation: table("simulation"),
      advice: table("advice"))
  }

  private func row(_ row: JSONValue, from: JSONValue? = nil, to: JSONValue) -> JSONValue {
    var members = row.object ?? [:]
    if let from { members["valid_from"] = from }
    members["valid_to"] = to
    return .object(members)
  }

  @Test("between two rows: no session begins", arguments: texts.keys.sorted())
  func between(name: String) throws {
    let error = try #require(throws: FinanceError.self) {
      _ = try tables(name) { rows in
        rows.dropLast() + [row(rows[rows.count - 1], to: "2026-08-13")]
          + [row(rows[rows.count - 1], from: "2026-08-15", to: .null)]
      }
    }
    #expect(error.code == .inconsistent && error.description.contains("valid_from"))
  }

  /// Tables every session asks, and those that only an agent or a tool asks, without which the others go on.
  private static let sessionWide: Set<String> = ["advice", "disclaimers", "topic_cooldowns"]

  @Test("at the day of the session: it ends once, with the table's name", arguments: texts.keys.sorted())
  func atTheDay(name: String) async throws {
    var fixture = try EngineFixture()
    fixture.configuration.policy = try tables(name) { rows in
      rows.dropLast() + [row(rows[rows.count - 1], to: "2026-08-13")]
    }
    // The goal of F01 has no allocation of its own, that of F02 has.
    let record = try await fixture.run("F01")
    #expect(record.events.filter(\.type.isTerminal).count == 1)
    #expect(record.events.last?.type.isTerminal == true)
    let missing = "\"\(name)\" has no row for 2026-08-14"
    if Self.sessionWide.contains(name) {
      #expect(record.outcome == .failed && record.error?.code == "finance")
      #expect(record.error?.message.contains(missing) == true)
      #expect(record.artifacts.insights.isEmpty && record.artifacts.recommendations.isEmpty)
    } else {
      #expect(record.outcome == .completed && record.error == nil)
      let errors = record.events.compactMap { $0.data["error"]?["message"]?.string }
      #expect(errors.contains { $0.contains(missing) }, "\(errors)")
      #expect(!record.artifacts.insights.contains { $0.agent == AgentName.goalInsights })
      #expect(record.artifacts.insights.contains { $0.agent == AgentName.performance })
    }
  }
}

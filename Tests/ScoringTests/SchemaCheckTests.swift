import JSONKit
import Scoring
import Testing

@Suite("the schema check")
struct SchemaCheckTests {
  private func sample() throws -> Observation {
    var observation = Observation.sample()
    let object = try JSONSchema(["type": "object"])
    observation.schemas = [
      "fact/1": try JSONSchema(["type": "object", "required": ["id", "value", "unit"]]),
      "insight/1": try JSONSchema([
        "type": "object", "properties": ["title": ["type": "string", "maxLength": 80]],
      ]),
      "event/1": object,
    ]
    return observation
  }

  private func result(_ observation: Observation) throws -> CheckResult {
    try CheckSpec("schema").evaluate(observation)
  }

  @Test func passesAndNamesPlace() throws {
    var observation = try sample()
    #expect(try result(observation).status == .passed)
    observation.artifacts[0] = Observation.insight(title: String(repeating: "a", count: 81), body: "")
    let failed = try result(observation)
    #expect(failed.status == .failed)
    #expect(failed.pointers.map(\.description) == ["/artifacts/0/title"])
  }

  @Test func anUnknownContractIsAnErrorAndNoContractAFailure() throws {
    var observation = try sample()
    observation.schemas["insight/1"] = nil
    #expect(try result(observation).status == .error)
    observation.artifacts = [["title": "x"]]
    #expect(try result(observation).status == .failed)
  }

  @Test func factIDsAreUnique() throws {
    var observation = try sample()
    observation.facts.append(observation.facts[0])
    #expect(try result(observation).message == "two facts have the id goal.g2.assumed_return")
  }

  @Test(arguments: [
    (["session.started", "session.completed"], [1, 2], true),
    (["session.started", "text.delta", "session.completed"], [1, nil, 2], true),
    (["session.started"], [1], false),
    (["session.completed", "usage"], [1, 2], false),
    (["session.completed", "session.completed"], [1, 2], false),
    (["session.failed"], [1], false),
    (["session.started", "session.completed"], [1, 3], false),
    (["session.started", "session.completed"], [0, 1], false),
    (["session.started", "session.completed"], [1, nil], false),
    ([], [], false),
  ])
  func eventsTellAWholeStory(_ types: [String], _ numbers: [Int?], _ holds: Bool) throws {
    var observation = try sample()
    observation.events = zip(types, numbers).map { type, number in
      var event: JSONObject = ["type": .string(type)]
      event["seq"] = number.map { .number(JSONNumber($0)) }
      return .object(event)
    }
    #expect(try result(observation).status == (holds ? .passed : .failed))
  }

  @Test func anAgentAloneMayHaveNoEvents() throws {
    var observation = try sample()
    observation.kind = .agent
    observation.events = []
    #expect(try result(observation).status == .passed)
  }
}

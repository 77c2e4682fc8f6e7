import JSONKit
import Scoring
import Testing

@Suite("goldens")
struct GoldenTests {
  private func options(_ value: JSONValue) throws -> GoldenOptions {
    try #require(try CheckSpec(["golden": value]).golden)
  }

  private func lines(_ expected: JSONValue, _ actual: JSONValue, _ options: GoldenOptions = .init())
    -> [String]
  {
    GoldenDiff(options: options).differences(expected: expected, actual: actual).map(\.description)
  }

  @Test func theProjectionHoldsWhatCodeDecided() throws {
    let value = GoldenProjection(.sample()).value
    #expect(value.object?.keys == ["outcome", "plan", "facts", "insights", "recommendations"])
    let ids = try #require(value["facts"]?.object?.keys)
    #expect(ids == ids.sorted())
    #expect(value["insights"]?[0]?["severity"] == "action")
    #expect(value["insights"]?[0]?["title"] == nil)
    let prose = GoldenProjection(.sample(), options: try options(["prose": true])).value
    #expect(prose["insights"]?[0]?["title"] == "Education goal is behind")
    #expect(prose["writers"]?[0]?["writer"] == "model")
  }

  @Test func theProjectionKeepsWhatCodeDecidedOfARecommendation() throws {
    var observation = Observation.sample()
    observation.artifacts.append(Observation.recommendation())
    let kept = try #require(GoldenProjection(observation).value["recommendations"]?[0]?.object)
    #expect(
      kept.keys == [
        "topic_key", "kind", "priority", "actions", "suitability", "disclaimers", "expires_at", "status",
      ])
    #expect(kept["actions"] == Observation.recommendation()["actions"])
    let prose = GoldenProjection(observation, options: try options(["prose": true])).value
    #expect(prose["recommendations"]?[0]?["rationale_md"]?.string?.contains("[f1]") == true)
    #expect(prose["recommendations"]?[0]?["citations"] != nil)
  }

  @Test(arguments: [
    ("/recommendations/0/actions/0/effect/after_fact", "goal.g2.shortfall"),
    ("/recommendations/0/actions/0/params/step_up_fact", "goal.g2.horizon"),
    ("/recommendations/0/actions/0/reversible", "no"),
    ("/recommendations/0/suitability/profile", "aggressive"),
  ])
  func aDecisionOfARecommendationMayNotChange(place: String, text: String) throws {
    var observation = Observation.sample()
    observation.artifacts = [Observation.recommendation()]
    let golden = GoldenProjection(observation).value
    let changed = Self.replacing(golden, at: try JSONPointer(place).tokens[...], by: .string(text))
    #expect(lines(golden, changed).count == 1)
    #expect(lines(golden, changed).first?.hasPrefix(place + " ") == true)
  }

  private static func replacing(_ value: JSONValue, at path: ArraySlice<String>, by other: JSONValue)
    -> JSONValue
  {
    guard let first = path.first else { return other }
    if var members = value.object {
      members[first] = replacing(members[first] ?? .null, at: path.dropFirst(), by: other)
      return .object(members)
    }
    guard var elements = value.array, let index = Int(first) else { return value }
    elements[index] = replacing(elements[index], at: path.dropFirst(), by: other)
    return .array(elements)
  }

  @Test func wordsMayChangeAndDecisionsMayNot() throws {
    let golden = GoldenProjection(.sample()).value
    let check = try CheckSpec("golden")
    #expect(check.evaluate(.sample(body: "Other words."), in: CheckContext(golden: golden)).status == .passed)
    #expect(check.evaluate(.sample(), in: CheckContext()).message == "the case has no golden yet")
    var changed = Observation.sample()
    changed.facts[3] = Observation.fact("goal.g2.shortfall", 2_097_530, "INR", "₹20.98 L")
    let result = check.evaluate(changed, in: CheckContext(golden: golden))
    #expect(result.message == "/facts/goal.g2.shortfall   2097528.77 -> 2097530")
  }

  @Test func differencesNameTheirPlace() {
    #expect(
      lines(["a": 1, "b": [1, 2]], ["b": [1, 3, 4], "c": 5]) == [
        "/a   1 -> (missing)", "/b/1   2 -> 3", "/b/2   (none) -> 4", "/c   (none) -> 5",
      ])
    #expect(lines(1, "1") == ["(whole)   1 -> \"1\""])
    #expect(lines(.string(String(repeating: "x", count: 99)), 1)[0].count < 90)
  }

  @Test(arguments: [
    ("2097528.77", "2097528.77", true), ("2097528.7", "2097528.70", true),
    ("12345678.90", "12345678.91", false),
    ("123456789012.10", "123456789012.11", false), ("0.12", "0.1200000000001", true),
    ("0.12", "0.12000001", false),
    ("1", "1.0", true), ("1e2", "100", true), ("0", "-0", true), ("3", "4", false), ("1e400", "1e400", true),
    ("1e400", "2e400", false),
  ])
  func numbers(_ expected: String, _ actual: String, _ equal: Bool) throws {
    #expect(try lines(JSONValue(parsing: expected), JSONValue(parsing: actual)).isEmpty == equal)
  }

  @Test func optionsNarrowTheComparison() throws {
    let expected: JSONValue = [
      "facts": ["x": 100, "y": 5], "list": [["k": "a", "v": 1], ["k": "b", "v": 2]],
    ]
    let actual: JSONValue = [
      "facts": ["x": 101, "y": 6], "list": [["k": "b", "v": 2], ["k": "a", "v": 9]],
    ]
    #expect(
      try lines(
        expected, actual,
        options(["tolerance": ["/facts/x": 0.02], "ignore": ["/facts/y"], "unordered": ["/list": "k"]]))
        == ["/list/0/v   1 -> 9"])
    #expect(try lines(expected, actual, options(["ignore": ["/facts/*", "/list"]])) == [])
    #expect(try lines(expected, actual, options(["tolerance": ["/facts": 0.5], "ignore": ["/list"]])) == [])
    #expect(
      try lines(["l": [["k": "a"]]], ["l": [["k": "a"], ["k": "a"]]], options(["unordered": ["/l": "k"]]))
        == ["/l/1   (none) -> {\"k\":\"a\"}"])
  }

  @Test func aValueDoesNotDifferFromItself() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<300 {
      let value = Self.value(depth: 4, &random)
      #expect(lines(value, value) == [])
    }
  }

  @Test func differencesAreTheSamePlacesBothWays() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let (left, right) = (Self.value(depth: 3, &random), Self.value(depth: 3, &random))
      let there = GoldenDiff().differences(expected: left, actual: right)
      let back = GoldenDiff().differences(expected: right, actual: left)
      #expect(Set(there.map(\.pointer)) == Set(back.map(\.pointer)))
      #expect(there.count { $0.kind == .missing } == back.count { $0.kind == .extra })
    }
  }

  private static func value(depth: Int, _ random: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .number(JSONNumber(Int.random(in: 0...3, using: &random)))
    case 3: return .string(["a", "b"][Int.random(in: 0...1, using: &random)])
    case 4:
      return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1, &random) })
    default:
      let keys = ["a", "b", "~/"].filter { _ in Bool.random(using: &random) }
      return .object(JSONObject(keys.map { (key: $0, value: value(depth: depth - 1, &random)) }))
    }
  }
}

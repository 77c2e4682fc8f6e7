import JSONKit

/// How often things were told:
/// `{events: {tool.denied: 1, model.result: {at_least: 1, where: {error: provider_unavailable}}}}`.
struct EventsCheck: Check {
  /// One type of event, the members its data must have, and how many of them there may be.
  private struct Expectation {
    let type: String
    let members: JSONObject
    let range: ClosedRange<Int>

    init(_ type: String, _ reader: SpecReader) throws(ScoringError) {
      guard EventTypes.all.contains(type) else {
        throw reader.refused(
          .badValue, "no event is called `\(type)`",
          suggestion: Suggestion.nearest(to: type, among: EventTypes.all))
      }
      self.type = type
      guard reader.value.object != nil else {
        let count = try reader.count()
        range = count...count
        members = [:]
        return
      }
      try reader.requireObject(of: ["at_least", "at_most", "where"])
      let lower = try reader["at_least"].map { (limit) throws(ScoringError) in try limit.count() }
      let upper = try reader["at_most"].map { (limit) throws(ScoringError) in try limit.count() }
      guard lower ?? 0 > 0 || upper != nil else {
        throw reader.refused(.missingKey, "give `at_least` from 1, or `at_most`; any count passes otherwise")
      }
      guard lower ?? 0 <= upper ?? .max else {
        throw reader.refused(.badValue, "`at_least` is above `at_most`")
      }
      range = (lower ?? 0)...(upper ?? .max)
      let wanted = reader["where"]
      guard let object = wanted.map(\.value.object) ?? JSONObject() else {
        throw (wanted ?? reader).wrongType("an object of members of the event's data")
      }
      members = object
    }

    func finding(in observation: Observation) -> CheckFinding? {
      let found = observation.events.count { event in
        event["type"]?.string == type && members.allSatisfy { event["data"]?[$0.key] == $0.value }
      }
      guard !range.contains(found) else { return nil }
      let what = members.isEmpty ? type : "\(type) with \(JSONValue.object(members).compact())"
      return CheckFinding(
        "\(found.counted("event")) \(what), expected \(limits)", at: JSONPointer(tokens: ["events"]))
    }

    private var limits: String {
      if range.lowerBound == range.upperBound { return "\(range.lowerBound)" }
      if range.upperBound == .max { return "at least \(range.lowerBound)" }
      return range.lowerBound == 0
        ? "at most \(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
  }

  let name = "events"
  /// A run that was cut off has told all it ever will, so its counts mean what they say.
  let passesOnAbsence = false
  private let expectations: [Expectation]

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options else {
      throw ScoringError(.missingKey, "`events` needs types of events and how often they are told")
    }
    var expectations: [Expectation] = []
    for (type, reader) in try options.members("an object of counts by type of event") {
      expectations.append(try Expectation(type, reader))
    }
    guard !expectations.isEmpty else { throw options.refused(.missingKey, "name at least one type of event") }
    self.expectations = expectations
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    CheckResult(name, findings: expectations.compactMap { $0.finding(in: observation) })
  }
}

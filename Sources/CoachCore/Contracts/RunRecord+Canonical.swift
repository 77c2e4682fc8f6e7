import JSONKit

extension RunRecord {
  /// The record as repeat, resume and replay must reproduce it, byte for byte (RFC 8785).
  ///
  /// Timings are left out. Events lose `seq`, `ts` and `session` and are grouped into lanes, one per task and topic:
  /// inside a lane the order of events is a promise, between lanes it is an accident of scheduling.
  public func canonical() throws -> String {
    guard case .object(var record) = try JSONValueEncoder().encode(self) else {
      throw CoachError(.invalidRequest, "a run record encodes to an object")
    }
    record["timings"] = nil
    record["events"] = .array(canonicalEvents())
    return try JSONValue.object(record).canonical()
  }

  private func canonicalEvents() -> [JSONValue] {
    // Whether a call was cut off is an accident of one run, not a part of what the session did,
    // and so is how near other sessions had brought an account to its cap.
    let accidents: [CoachEvent.Kind] = [.callPossiblyPaidTwice, .budgetWarning]
    let events = events.filter { !accidents.contains($0.type) }
    let lanes = events.enumerated().sorted { left, right in
      let (first, second) = (lane(of: left.element), lane(of: right.element))
      return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
    }
    var number = 0
    var current: [String] = []
    return lanes.map { _, event in
      let lane = lane(of: event)
      number = lane == current ? number + 1 : 1
      current = lane
      var data = event.data
      if event.type == .sessionBudgetExhausted { for key in ["spent", "reset_at"] { data[key] = nil } }
      // The number of a try tells only how often the call was cut off before.
      if event.type == .budgetOverrun, let key = data["call"]?.string {
        data["call"] = .string(JournalEntry.call(of: key))
      }
      return [
        "node": .string(lane[0]), "n": .number(JSONNumber(number)), "type": .string(event.type.rawValue),
        "data": .object(data),
      ]
    }
  }

  private func lane(of event: CoachEvent) -> [String] {
    [event.data["node"]?.string ?? "session", event.data["topic_key"]?.string ?? ""]
  }
}

import JSONKit

/// Whether the events of a run tell a whole story, once and in order.
struct EventSequence {
  private let observation: Observation

  init(_ observation: Observation) {
    self.observation = observation
  }

  var findings: [CheckFinding] {
    // One agent may be run without a session, and then has no events; a session always has.
    if observation.events.isEmpty, observation.kind == .agent { return [] }
    return terminalFindings + numberFindings
  }

  private static func pointer(_ index: Int) -> JSONPointer {
    JSONPointer(tokens: ["events", String(index)])
  }

  private var terminalFindings: [CheckFinding] {
    let events = observation.events
    let terminals = events.indices.filter { index in
      guard let type = events[index]["type"]?.string, type.hasPrefix("session.") else { return false }
      return Observation.Outcome(rawValue: String(type.dropFirst("session.".count))) != nil
    }
    guard let terminal = terminals.first else {
      return [
        CheckFinding(
          "no terminal event among \(events.count.counted("event"))", at: JSONPointer(tokens: ["events"]))
      ]
    }
    var findings = terminals.dropFirst().map { index in
      CheckFinding("a second terminal event, \(events[index]["type"] ?? .null)", at: Self.pointer(index))
    }
    if terminals.count == 1, terminal != events.count - 1 {
      let after = events.count - 1 - terminal
      findings.append(
        CheckFinding("\(after.counted("event")) after the terminal one", at: Self.pointer(terminal + 1)))
    }
    let expected = "session.\(observation.outcome.rawValue)"
    if events[terminal]["type"]?.string != expected {
      findings.append(
        CheckFinding(
          "the terminal event is \(events[terminal]["type"] ?? .null), the run's outcome says \(expected)",
          at: Self.pointer(terminal).appending("type")))
    }
    return findings
  }

  private var numberFindings: [CheckFinding] {
    var next = 1
    var findings: [CheckFinding] = []
    for (index, event) in observation.events.enumerated() {
      if event["type"]?.string == "text.delta", event["seq"] == nil { continue }
      let place = Self.pointer(index).appending("seq")
      guard let seq = event["seq"]?.int else {
        findings.append(CheckFinding("\(place): the event has no sequence number", at: place))
        continue
      }
      if seq != next {
        findings.append(CheckFinding("\(place): expected \(next), found \(seq)", at: place))
      }
      next = seq == .max ? seq : seq + 1
    }
    return findings
  }
}

import JSONKit

/// Every number in the prose of every artifact is a cited fact's value at the precision it is written with.
///
/// This is a second proof, independent of the engine's rail: it reads what was published, not what was drafted, and
/// shares no code with the rail. Titles carry no numbers at all, and a step of a recommendation shows no effect and no
/// cost but facts of the run.
struct GroundedCheck: Check {
  let name = "grounded"
  let passesOnAbsence = true

  init(_ options: SpecReader?) throws(ScoringError) {
    try options?.requireNothing()
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    let grounding = NumberGrounding(facts: observation.facts)
    var findings: [CheckFinding] = []
    for field in observation.prose where field.role == .title || field.role == .body {
      guard let index = field.pointer.tokens.dropFirst().first.flatMap(Int.init) else { continue }
      let artifact = observation.artifacts[index]
      let faults =
        field.role == .title
        ? grounding.faults(inTitle: field.text, identifiers: Self.identifiers(of: artifact))
        : grounding.faults(
          in: field.text, citations: Self.citations(of: artifact), identifiers: Self.identifiers(of: artifact)
        )
      findings += faults.map {
        CheckFinding("\($0.text) at \(field.pointer): \($0.detail)", at: field.pointer)
      }
    }
    findings += Self.unknownFigures(observation)
    return CheckResult(name, findings: findings)
  }

  /// The effects and costs of steps that are no facts of the run: a person would read a figure nobody computed.
  private static func unknownFigures(_ observation: Observation) -> [CheckFinding] {
    let known = observation.factIndex.byID
    let places = [
      ["effect", "before_fact"], ["effect", "after_fact"], ["cost", "tax_fact"], ["cost", "exit_load_fact"],
    ]
    return observation.artifacts.enumerated().flatMap { index, artifact in
      (artifact["actions"]?.array ?? []).enumerated().flatMap { step, action in
        places.compactMap { place -> CheckFinding? in
          guard let id = action[place[0]]?[place[1]]?.string, known[id] == nil else { return nil }
          let pointer = JSONPointer(
            tokens: ["artifacts", String(index), "actions", String(step)] + place)
          return CheckFinding("\(pointer) names \(id), which is no fact of the run", at: pointer)
        }
      }
    }
  }

  /// The fact id behind each marker; the first citation of a marker is the one that counts.
  private static func citations(of artifact: JSONValue) -> [String: String] {
    let pairs = (artifact["citations"]?.array ?? []).compactMap { citation -> (String, String)? in
      guard let marker = citation["marker"]?.string, let fact = citation["fact_id"]?.string else {
        return nil
      }
      return (marker, fact)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The run-local ids the artifact is about: `g2` in prose is a name, not the number two.
  private static func identifiers(of artifact: JSONValue) -> [String] {
    let topic = artifact["topic_key"]?.string?.split(separator: ":").map(String.init) ?? []
    return topic + [artifact["scope_ref"]?.string].compactMap { $0 }
  }
}

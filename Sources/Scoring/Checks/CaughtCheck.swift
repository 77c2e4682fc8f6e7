import JSONKit

/// The rail a planted fault names fired on the attempt that carries it; on a clean twin no rail fired.
///
/// The faults are those of the model calls, the firing is read from the verdicts: this check shares nothing with the
/// rails it grades.
struct CaughtCheck: Check {
  let name = "caught"
  let passesOnAbsence = true

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options, !options.value.isNull else { return }
    throw options.refused(.badValue, "`caught` has no options")
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    guard !observation.faults.isEmpty else {
      return CheckResult(
        name, .error, "no attempt carries a fault; the model planted none, or is not a faulty one")
    }
    var findings: [CheckFinding] = []
    for fault in observation.faults {
      guard let rail = fault["rail"]?.string, let operatorName = fault["operator"]?.string,
        let isTwin = fault["twin"]?.bool
      else {
        return CheckResult(name, .error, "a fault lacks its operator, its rail or whether it is a twin")
      }
      guard let index = observation.verdicts.firstIndex(where: { Self.isOf(fault, $0) }) else {
        return CheckResult(name, .error, "no verdict is known of the attempt that carries \(operatorName)")
      }
      let fired = Self.fired(observation.verdicts[index])
      let place = JSONPointer(tokens: ["verdicts", String(index)])
      if isTwin, let first = fired.first {
        findings.append(
          CheckFinding("false alarm: \(first.words) on the twin of \(operatorName)", at: place))
      } else if !isTwin, !fired.contains(where: { $0.rail == rail }) {
        let others = fired.isEmpty ? "nothing fired" : "\(fired.map(\.rail).joined(separator: ", ")) did"
        findings.append(CheckFinding("\(rail) missed \(operatorName); \(others)", at: place))
      }
    }
    return CheckResult(name, findings: findings)
  }

  private static func isOf(_ fault: JSONValue, _ verdict: JSONValue) -> Bool {
    ["node", "topic_key", "attempt"].allSatisfy { fault[$0] != nil && fault[$0] == verdict[$0] }
  }

  /// The rails with a finding, each with its first in words.
  private static func fired(_ verdict: JSONValue) -> [(rail: String, words: String)] {
    (verdict["rails"]?.array ?? []).compactMap { rail in
      guard let id = rail["rail"]?.string, let finding = rail["findings"]?[0] else { return nil }
      let code = finding["code"]?.string ?? "rejected"
      return (id, "\(id) \(code) \"\(finding["text"]?.string ?? "")\"")
    }
  }
}

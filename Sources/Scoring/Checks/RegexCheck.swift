import JSONKit

/// A regular expression (syntax of `TextPattern`) matches somewhere in the output, or with `not: true` nowhere.
///
///     { regex: "₹[0-9.]+ (L|Cr)" }
///     { regex: { pattern: "(?i)guarantee", on: titles, not: true } }
struct RegexCheck: Check {
  let name: String
  let passesOnAbsence: Bool
  private let pattern: TextPattern
  private let source: TextSource

  init(_ options: SpecReader?, negated: Bool) throws(ScoringError) {
    name = negated ? "not-regex" : "regex"
    guard let options else { throw ScoringError(.missingKey, "`\(name)` needs a pattern") }
    guard options.value.object != nil else {
      pattern = try TextPattern(options)
      source = .output
      passesOnAbsence = negated
      return
    }
    try options.requireObject(of: ["pattern", "on", "not"])
    guard let written = options["pattern"] else { throw options.refused(.missingKey, "give a `pattern`") }
    pattern = try TextPattern(written)
    source = try options["on"].map { (on) throws(ScoringError) in try on.word(TextSource.self) } ?? .output
    let not = try options["not"].map { (not) throws(ScoringError) in try not.bool() } ?? false
    passesOnAbsence = negated != not
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    let matches = source.texts(of: observation).filter { pattern.matches($0.text) }.map { place in
      CheckFinding("/\(pattern.text)/ matches at \(place.pointer)", at: place.pointer)
    }
    if passesOnAbsence { return CheckResult(name, findings: matches) }
    guard matches.isEmpty else { return CheckResult(name, .passed) }
    let place = JSONPointer(tokens: [source == .output ? "output" : "artifacts"])
    return CheckResult(
      name, findings: [CheckFinding("/\(pattern.text)/ matches nothing in the \(source.rawValue)", at: place)]
    )
  }
}

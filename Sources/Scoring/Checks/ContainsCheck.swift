import JSONKit

/// The output holds the given texts, letter for letter.
///
/// A text or a list asks for all of them; `{any: […]}` for one at least, `{all: […]}` for each; `on` narrows the
/// search to `titles` or `bodies`. `not-contains` asks that no text of a text or list occurs, and denies `any` and
/// `all` as a whole.
struct ContainsCheck: Check {
  enum Quantifier: String, CaseIterable {
    case any, all
  }

  let name: String
  let passesOnAbsence: Bool
  private let phrases: [String]
  private let quantifier: Quantifier
  private let source: TextSource
  private let negated: Bool

  init(_ options: SpecReader?, negated: Bool) throws(ScoringError) {
    name = negated ? "not-contains" : "contains"
    passesOnAbsence = negated
    self.negated = negated
    guard let options else {
      throw ScoringError(.missingKey, "`\(name)` needs a text, a list, `any` or `all`")
    }
    guard options.value.object != nil else {
      phrases = try options.phrases()
      quantifier = negated ? .any : .all
      source = .output
      return
    }
    try options.requireObject(of: ["any", "all", "on"])
    source = try options["on"].map { (on) throws(ScoringError) in try on.word(TextSource.self) } ?? .output
    switch (options["any"], options["all"]) {
    case (let any?, nil): (phrases, quantifier) = (try any.phrases(), .any)
    case (nil, let all?): (phrases, quantifier) = (try all.phrases(), .all)
    default: throw options.refused(.missingKey, "give either `any` or `all`")
    }
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    let texts = source.texts(of: observation).map { Array($0.text.unicodeScalars) }
    let found = phrases.filter { phrase in
      texts.contains { Self.occurs(Array(phrase.unicodeScalars), in: $0) }
    }
    let absent = phrases.filter { !found.contains($0) }
    let holds =
      switch quantifier {
      case .any: !found.isEmpty
      case .all: absent.isEmpty
      }
    guard holds == negated else { return CheckResult(name, .passed) }
    let place = JSONPointer(tokens: [source == .output ? "output" : "artifacts"])
    let wrong = (negated ? found : absent).map {
      CheckFinding("\"\($0)\" is \(negated ? "" : "not ")in the \(source.rawValue)", at: place)
    }
    return CheckResult(name, findings: wrong)
  }

  private static func occurs(_ phrase: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Bool {
    guard phrase.count <= text.count else { return false }
    return (0...(text.count - phrase.count)).contains {
      text[$0..<($0 + phrase.count)].elementsEqual(phrase)
    }
  }
}

import Finance
import JSONKit
import Scoring

/// Under which conditions the coach runs a case: what a caller may choose, and what it did before.
struct CaseConditions: Hashable, Sendable {
  /// The language of the prose; nil for the investor's own.
  var language: String?
  /// Whether tools that look things up outside may be called.
  var research = false
  /// The model that reads each draft that has passed; nil for none.
  var critique: String?
  /// The days on which the coach has run on the same store already, in order; those runs are not judged.
  var before: [CivilDate] = []
  /// The caps it runs under.
  var budget = CaseBudget()
  /// What goes wrong meanwhile.
  var faults = CaseFaults()
  /// What befalls it from outside; nil when it is left alone.
  var interruption: Interruption?

  /// The keys of a case that state conditions.
  static let keys = ["language", "research", "critique", "before", "budget", "faults", "interrupt"]

  /// Whether the engine is set up otherwise than for the cases of the project that are left in peace.
  var isDisturbed: Bool {
    budget != CaseBudget() || faults != CaseFaults() || interruption != nil
  }

  /// Runs in front of a case at most: enough for every cool-down there is.
  private static let mostRunsBefore = 100

  /// Nothing chosen, and no run before.
  init() {}

  /// Reads the conditions of a case.
  ///
  /// - Parameter critique: the suite's own critic, for a case that names none.
  init(_ fields: SuiteFields, critique: String?, problems: inout [InputProblem]) {
    language = fields.word("language", "language", among: User.Language.allCases.map(\.rawValue), &problems)
    research = fields.flag("research", &problems) ?? false
    self.critique = fields.text("critique", &problems) ?? critique
    before = fields.dates("before", &problems) ?? []
    budget = CaseBudget(fields, problems: &problems)
    faults = CaseFaults(fields, problems: &problems)
    interruption = Interruption(fields, problems: &problems)
    guard before.count <= Self.mostRunsBefore else {
      problems.append(
        InputProblem(
          fields.place("before"), "\"before\" names \(before.count) days",
          remedy: "name at most \(Self.mostRunsBefore)"))
      return
    }
    for (earlier, later) in zip(before, before.dropFirst()) where earlier >= later {
      problems.append(
        InputProblem(
          fields.place("before"), "\(later) stands after \(earlier)",
          remedy: "list each day once, the first first"))
    }
  }
}

extension SuiteFields {
  /// `true` or `false`.
  func flag(_ key: String, _ problems: inout [InputProblem]) -> Bool? {
    guard let value = self[key] else { return nil }
    guard let flag = value.bool else { return wrong(key, "true or false", value, &problems) }
    return flag
  }

  /// One of some words.
  ///
  /// - Parameter what: what the words name, for messages.
  func word(_ key: String, _ what: String, among known: [String], _ problems: inout [InputProblem])
    -> String?
  {
    guard let word = text(key, &problems) else { return nil }
    guard known.contains(word) else {
      problems.append(
        InputProblem(
          place(key), "no \(what) is called \"\(word)\"",
          remedy: Suggestion.remedy(for: word, among: known)))
      return nil
    }
    return word
  }

  /// The members of a mapping inside this one; nil when it is not there or is none.
  func members(_ key: String, allowed: [String], _ problems: inout [InputProblem]) -> SuiteFields? {
    guard let value = self[key] else { return nil }
    return SuiteFields(
      value, at: pointer.appending(key), in: document, allowed: allowed, problems: &problems)
  }

  /// A list of dates.
  func dates(_ key: String, _ problems: inout [InputProblem]) -> [CivilDate]? {
    guard let value = self[key] else { return nil }
    let dates = (value.array ?? []).compactMap { $0.string.flatMap(CivilDate.init(iso:)) }
    guard let elements = value.array, !elements.isEmpty, dates.count == elements.count else {
      return wrong(key, "a list of dates such as [2026-08-13]", value, &problems)
    }
    return dates
  }
}

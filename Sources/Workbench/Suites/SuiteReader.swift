import CoachCore
import JSONKit
import Scoring

/// Reads a suite file into a `Suite`, finding every problem in it at once.
struct SuiteReader {
  private static let keys = [
    "suite", "description", "defaults", "checks", "cases", "mutants", "injections",
    "gates", "priced_as", "soak",
  ]
  private static let caseKeys = [
    "id", "portfolio", "agent", "given", "trigger", "scope", "checks", "tags", "as_of", "trials", "timeout",
  ]

  /// The keys that say something of a session only.
  private static let sessionKeys = ["as_of", "before", "budget", "faults", "interrupt", "scope", "trigger"]

  private let document: YAMLDocument
  private var problems: [InputProblem] = []
  private var checkSets: [String: [CheckSpec]] = [:]
  private var setNames: [String] { checkSets.keys.sorted() }

  private init(_ document: YAMLDocument) {
    self.document = document
  }

  /// Reads a suite.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: its path as written on the command line, for messages.
  /// - Throws: `InputError` with every problem found.
  static func read(_ text: String, file: String) throws -> Suite {
    var reader = SuiteReader(try YAMLDocument(text, file: file))
    let suite = reader.suite()
    guard let suite, reader.problems.isEmpty else { throw InputError(reader.problems) }
    return suite
  }

  private mutating func suite() -> Suite? {
    guard
      let fields = SuiteFields(
        document.value, at: .root, in: document, allowed: Self.keys, problems: &problems)
    else { return nil }
    let name = fields.requiredText("suite", &problems)
    if let name, !name.isPathSafe {
      problems.append(
        InputProblem(
          fields.place("suite"), "the name \"\(name)\" is also a folder of goldens", remedy: Self.idRule))
    }
    let defaults = defaults(fields["defaults"])
    readCheckSets(fields["checks"])
    let mutants = fields["mutants"].flatMap { MutantExpansion($0, in: document, &problems) }
    let injections = fields["injections"].flatMap { InjectionExpansion($0, in: document, &problems) }
    let isExpanded = fields["mutants"] != nil || fields["injections"] != nil
    let cases =
      isExpanded && fields["cases"] == nil ? [] : cases(fields["cases"], defaults: defaults)
    let gates = gates(fields["gates"])
    let pricedAs = fields.text("priced_as", &problems)
    let soak = fields["soak"].flatMap { SoakSettings($0, in: document, problems: &problems) }
    return name.map {
      Suite(
        name: $0, file: document.file, defaults: defaults, cases: cases, mutants: mutants,
        injections: injections, gates: gates, pricedAs: pricedAs, soak: soak)
    }
  }

  private mutating func defaults(_ value: JSONValue?) -> Suite.Defaults {
    var defaults = Suite.Defaults()
    guard value != nil,
      let fields = SuiteFields(
        value, at: JSONPointer(tokens: ["defaults"]), in: document,
        allowed: ["variant", "model", "critique", "trials", "timeout", "as_of", "trigger"],
        problems: &problems)
    else { return defaults }
    defaults.variant = fields.text("variant", &problems) ?? defaults.variant
    defaults.model = fields.text("model", &problems) ?? defaults.model
    defaults.critique = fields.text("critique", &problems)
    defaults.trials = fields.count("trials", in: 1...1000, &problems) ?? defaults.trials
    defaults.timeout = fields.duration("timeout", &problems) ?? defaults.timeout
    defaults.asOf = fields.date("as_of", &problems)
    defaults.trigger = trigger(fields) ?? defaults.trigger
    return defaults
  }

  private mutating func readCheckSets(_ value: JSONValue?) {
    guard let value else { return }
    let pointer = JSONPointer(tokens: ["checks"])
    guard let object = value.object else {
      problems.append(
        InputProblem(
          document.place(pointer), "\"checks\" is \(value.typeName)",
          remedy: "write named lists, for example `standard: [schema, facts]`"))
      return
    }
    for name in object.keys {
      let inner = pointer.appending(name)
      if CheckSpec.names.contains(name) {
        problems.append(
          InputProblem(
            document.keyPlace(inner), "\"\(name)\" is a check", remedy: "give the set another name"))
      }
      checkSets[name] = checks(object[name], at: inner, sets: false)
    }
  }

  private mutating func cases(_ value: JSONValue?, defaults: Suite.Defaults) -> [Case] {
    let pointer = JSONPointer(tokens: ["cases"])
    guard let elements = value?.array, !elements.isEmpty else {
      problems.append(
        InputProblem(
          document.place(pointer), "\"cases\" is \(value?.typeName ?? "missing")",
          remedy: "list at least one case"))
      return []
    }
    var seen: [String: SourcePlace] = [:]
    return elements.enumerated().compactMap { index, element in
      guard let read = testCase(element, at: pointer.appending(index), defaults: defaults) else { return nil }
      if let first = seen[read.id] {
        problems.append(
          InputProblem(
            read.place, "the id \"\(read.id)\" is taken by the case at line \(first.line)",
            remedy: "ids are unique in a suite"))
      }
      seen[read.id] = seen[read.id] ?? read.place
      return read
    }
  }

  private mutating func testCase(_ value: JSONValue, at pointer: JSONPointer, defaults: Suite.Defaults)
    -> Case?
  {
    guard
      let fields = SuiteFields(
        value, at: pointer, in: document, allowed: Self.caseKeys + CaseConditions.keys, problems: &problems),
      let id = fields.requiredText("id", &problems)
    else { return nil }
    if !id.isPathSafe || id == "null" {
      problems.append(InputProblem(fields.place("id"), "\"\(id)\" cannot be an id", remedy: Self.idRule))
    }
    let trials = fields.count("trials", in: 1...1000, &problems) ?? defaults.trials
    let timeout = fields.duration("timeout", &problems) ?? defaults.timeout
    let asOf = fields.date("as_of", &problems)
    let tags = fields.texts("tags", &problems) ?? []
    let checks = checks(fields["checks"], at: pointer.appending("checks"), sets: true)
    let conditions = CaseConditions(fields, critique: defaults.critique, problems: &problems)
    guard let subject = subject(fields, defaults: defaults) else { return nil }
    return Case(
      id: id, subject: subject, tags: tags, checks: checks, trials: trials, timeout: timeout, asOf: asOf,
      conditions: conditions, place: fields.place("id"))
  }

  private mutating func subject(_ fields: SuiteFields, defaults: Suite.Defaults) -> Case.Subject? {
    let portfolio = fields.text("portfolio", &problems)
    let agent = fields.text("agent", &problems)
    let given = fields.text("given", &problems)
    let trigger = trigger(fields) ?? defaults.trigger
    let scope = fields.texts("scope", &problems) ?? []
    switch (portfolio, agent, given) {
    case (let portfolio?, nil, nil):
      return .session(portfolio: portfolio, trigger: trigger, scope: scope)
    case (nil, let agent?, let given?):
      if !AgentName.writers.contains(agent) {
        problems.append(
          InputProblem(
            fields.place("agent"), "no agent is called \"\(agent)\"",
            remedy: Suggestion.remedy(for: agent, among: AgentName.writers)))
      }
      for key in Self.sessionKeys where fields[key] != nil {
        problems.append(
          InputProblem(
            fields.place(key), "\"\(key)\" belongs to a session; an agent's facts carry all it is given",
            remedy: "leave it out"))
      }
      return .agent(name: agent, given: given)
    default:
      problems.append(
        InputProblem(
          document.place(fields.pointer), "this case has no single subject",
          remedy: "give it either \"portfolio\", or \"agent\" and \"given\""))
      return nil
    }
  }

  private mutating func trigger(_ fields: SuiteFields) -> String? {
    guard let trigger = fields.text("trigger", &problems) else { return nil }
    let known = CoachRequest.Trigger.allCases.map(\.rawValue)
    if !known.contains(trigger) {
      problems.append(
        InputProblem(
          fields.place("trigger"), "no trigger is called \"\(trigger)\"",
          remedy: Suggestion.remedy(for: trigger, among: known)))
    }
    return trigger
  }

  /// - Parameter sets: whether the names of check sets may stand among the checks.
  private mutating func checks(_ value: JSONValue?, at pointer: JSONPointer, sets: Bool) -> [CheckSpec] {
    guard let elements = value?.array, !elements.isEmpty else {
      problems.append(
        InputProblem(
          document.place(pointer), "there is nothing to check here",
          remedy: "list at least one check; a case that checks nothing always passes"))
      return []
    }
    return elements.enumerated().flatMap { index, element -> [CheckSpec] in
      if sets, let name = element.string, let set = checkSets[name] { return set }
      let inner = pointer.appending(index)
      do throws(ScoringError) {
        return [try CheckSpec(element)]
      } catch {
        let place = document.place(JSONPointer(tokens: inner.tokens + error.pointer.tokens))
        // A bare name may also have been meant as a set's, which Scoring does not know of.
        let isName = sets && element.string != nil && error.suggestion == nil
        let remedy =
          isName ? Suggestion.remedy(for: element.string ?? "", among: CheckSpec.names + setNames) : nil
        problems.append(InputProblem(place, error.message, remedy: remedy))
        return []
      }
    }
  }

  private mutating func gates(_ value: JSONValue?) -> [Gate] {
    guard let value else { return [] }
    let pointer = JSONPointer(tokens: ["gates"])
    guard let elements = value.array else {
      problems.append(
        InputProblem(
          document.place(pointer), "\"gates\" is \(value.typeName)",
          remedy: "list thresholds such as \"pass_rate >= 1.0\""))
      return []
    }
    return elements.enumerated().compactMap { index, element -> Gate? in
      let place = document.place(pointer.appending(index))
      guard let text = element.string else {
        problems.append(InputProblem(place, "a gate is text", remedy: "write \"pass_rate >= 1.0\""))
        return nil
      }
      do throws(ScoringError) {
        return try Gate(text)
      } catch {
        problems.append(InputProblem(place, error.message))
        return nil
      }
    }
  }

  private static let idRule = "use letters, digits, \"-\", \"_\" and \".\", beginning with a letter or digit"
}

extension String {
  /// Whether the text can be the name of a file on any system: nothing that leaves its folder.
  fileprivate var isPathSafe: Bool {
    guard let first = unicodeScalars.first, first.isASCII,
      first.properties.isAlphabetic || ("0"..."9").contains(first)
    else { return false }
    return utf8.count <= 100
      && unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0))
      }
  }
}

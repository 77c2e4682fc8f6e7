import JSONKit

/// The words around a recommendation that are the card's own and no model's.
struct AdviceWords {
  let priority, effect, cost, noCost, tax, exitLoad, canBeUndone, cannotBeUndone: String
  let suitability, profile, horizon, rulesPassed, rulesBlocked, lapses: String
  let statuses, kinds, profiles, rules, effects, parameters, values: [String: String]
  /// January first.
  let months: [String]
  let year, years, month, monthsCount: String

  /// The words of a language.
  static func of(_ language: TextLanguage) -> AdviceWords {
    switch language {
    case .english: english
    case .hindi: hindi
    }
  }

  /// What is proposed, as the card's title.
  func title(of kind: String) -> String { kinds[kind] ?? Self.plain(kind) }

  /// What became of a recommendation.
  func title(ofStatus status: String) -> String { statuses[status] ?? Self.plain(status) }

  /// What a step moves, by the id of the fact that states it: the part behind whose fact it is.
  func title(ofEffect fact: String) -> String? {
    let owner = fact.hasPrefix("portfolio.") ? 1 : 2
    return effects[fact.split(separator: ".").dropFirst(owner).joined(separator: ".")]
  }

  /// An investor's risk profile.
  func title(ofProfile profile: String) -> String { profiles[profile] ?? Self.plain(profile) }

  /// A rule of suitability.
  func title(ofRule rule: String) -> String { rules[rule] ?? Self.plain(rule) }

  /// A parameter of a step; one that names a fact is called by what the fact states.
  func title(ofParameter name: String) -> String {
    let bare = name.hasSuffix("_fact") ? String(name.dropLast("_fact".count)) : name
    return parameters[bare] ?? Self.plain(bare)
  }

  /// The value of a parameter that is no fact: a class, a run-local id, a reason, or several of them.
  func text(ofValue value: JSONValue) -> String {
    if let elements = value.array { return elements.map(text(ofValue:)).joined(separator: ", ") }
    guard let word = value.string else { return value.compact() }
    return values[word] ?? Self.plain(word)
  }

  /// Whole months in years and months: `4 years 9 months`.
  func span(months count: Int) -> String {
    let (wholeYears, rest) = count.quotientAndRemainder(dividingBy: 12)
    let parts = [
      wholeYears > 0 ? "\(wholeYears) \(wholeYears == 1 ? year : years)" : nil,
      rest > 0 ? "\(rest) \(rest == 1 ? month : monthsCount)" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// The day of an ISO 8601 date or instant, `14 September 2026`; any other text as it is.
  func day(_ text: String) -> String {
    guard let match = text.prefixMatch(of: /(\d{4})-(\d\d)-(\d\d)/)?.output, let number = Int(match.2),
      let day = Int(match.3), months.indices.contains(number - 1)
    else { return text }
    return "\(day) \(months[number - 1]) \(match.1)"
  }

  private static func plain(_ name: String) -> String { name.replacing("_", with: " ") }
}

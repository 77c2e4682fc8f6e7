import JSONKit

/// The places of a portfolio where text of somebody else's stands (domain rules §4.3).
enum FreeTextField: String, Sendable, CaseIterable {
  case goalName = "goal_name"
  case schemeName = "scheme_name"
  case note
  case description
  case feedback

  /// The longest name a portfolio may give a goal.
  private static let longestGoalName = 80

  /// What of a text every field holds.
  static func shared(_ text: String) -> String { goalName.planted(text) }

  /// What of a text fits into the field.
  func planted(_ text: String) -> String {
    self == .goalName ? String(text.prefix(Self.longestGoalName)) : text
  }

  /// The portfolio with the text in every field of this kind.
  ///
  /// Names of schemes and descriptions of lines keep their own words in front, since statements are read by them.
  func planting(_ text: String, in portfolio: JSONValue) -> JSONValue {
    let text = planted(text)
    return switch self {
    case .goalName:
      portfolio.editing("goals") { $0.mapped { $0.setting("name", to: text) } }
    case .schemeName:
      portfolio.editingSchemes { $0.appending(text, to: "scheme") }
    case .description:
      portfolio.editingSchemes { scheme in
        scheme.editing("transactions") { $0.mapped { $0.appending(text, to: "description") } }
      }
    case .note, .feedback:
      portfolio.setting(
        "prefs", to: .object(portfolio["prefs"]?.object ?? [:]).setting(rawValue, to: .string(text)))
    }
  }
}

extension JSONValue {
  fileprivate func setting(_ key: String, to value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    members[key] = value
    return .object(members)
  }

  fileprivate func setting(_ key: String, to text: String) -> JSONValue { setting(key, to: .string(text)) }

  fileprivate func editing(_ key: String, _ edit: (JSONValue) -> JSONValue) -> JSONValue {
    self[key].map { setting(key, to: edit($0)) } ?? self
  }

  fileprivate func appending(_ text: String, to key: String) -> JSONValue {
    editing(key) { value in value.string.map { .string("\($0) \(text)") } ?? value }
  }

  fileprivate func mapped(_ edit: (JSONValue) -> JSONValue) -> JSONValue {
    array.map { .array($0.map(edit)) } ?? self
  }

  fileprivate func editingSchemes(_ edit: (JSONValue) -> JSONValue) -> JSONValue {
    editing("cas") { cas in
      cas.editing("folios") { $0.mapped { folio in folio.editing("schemes") { $0.mapped(edit) } } }
    }
  }
}

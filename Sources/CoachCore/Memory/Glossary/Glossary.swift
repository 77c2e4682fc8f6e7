/// Plain definitions of the terms the coach uses, in our own words.
///
/// They carry no figure and no rule of law: figures are facts, rules are dated tables.
enum Glossary {
  /// One term and what it means.
  struct Entry: Hashable, Sendable {
    /// The same in every language.
    let id: String
    /// The term as prose writes it.
    let term: String
    /// What it means.
    let definition: String

    init(_ id: String, _ term: String, _ definition: String) {
      self.id = id
      self.term = term
      self.definition = definition
    }
  }

  /// All entries by language, English first.
  static var entries: [(language: String, entries: [Entry])] {
    [("en", english), ("hi", hindi)]
  }

  /// An entry as a passage.
  static func passage(_ entry: Entry, in language: String) -> Passage {
    Passage(
      id: "glossary:\(entry.id):\(language)", language: language, text: "\(entry.term): \(entry.definition)")
  }
}

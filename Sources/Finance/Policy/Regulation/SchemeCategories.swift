/// One version of SEBI's list of categories.
public struct SchemeCategories: Hashable, Sendable {
  /// The version, such as `2017`.
  public let version: String
  /// The categories in the order of the list.
  public let categories: [SchemeCategory]

  /// The category called `id`, such as `equity.large_cap`.
  public func category(_ id: String) -> SchemeCategory? {
    categories.first { $0.id == id }
  }

  /// The category of a line of AMFI's file such as `Equity Scheme - Large Cap Fund`; nil, never a guess, for
  /// labels of older lists such as `Income` or `Growth`.
  public func category(amfiLabel label: String) -> SchemeCategory? {
    let words = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let name = words.firstRange(of: " - ").map { String(words[$0.upperBound...]) }
    return name.flatMap { name in categories.first { $0.name == name } }
  }
}

extension SchemeCategories {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("valid_from", "valid_to", "version", "categories")
    version = try fields.string("version")
    categories = try fields.list("categories", SchemeCategory.init(_:))
    guard Set(categories.map(\.id)).count == categories.count else {
      throw fields.error(.duplicate, "lists an identifier twice", "categories")
    }
  }
}

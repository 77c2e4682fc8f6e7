import JSONKit

/// A fact as a model sees it: one line of the prompt's `<facts>` block.
struct OfferedFact: Hashable, Sendable {
  let id: String
  let name: String
  let display: String
  let unit: Fact.Unit

  /// Reads a line; nil when it is none.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let display = json["display"]?.string, !display.isEmpty,
      let unit = json["unit"]?.string.flatMap(Fact.Unit.init(rawValue:))
    else { return nil }
    self.id = id
    self.name = json["name"]?.string ?? ""
    self.display = display
    self.unit = unit
  }

  /// The last part of the id, for example `shortfall`.
  var kind: Substring { id.split(separator: ".").last ?? "" }

  /// The display as a number, nil where it is not one figure.
  var figure: WrittenFigure? { WrittenFigure(display) }
}

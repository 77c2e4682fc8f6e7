import JSONKit

/// A row of a case's table of facts, with the anchor the prose links to.
struct FactView {
  let anchor, factID, factName, display, value, unit, tool, quality: String

  /// The facts of a record that have an id, in order, with anchors unique to the case.
  static func all(in record: JSONValue, case anchor: String) -> [FactView] {
    (record["facts"]?.array ?? []).enumerated().compactMap { index, fact in
      guard let id = fact["id"]?.string else { return nil }
      let tool = [fact["tool"]?.string, fact["tool_version"]?.string].compactMap(\.self)
      return FactView(
        anchor: "\(anchor)-f\(index + 1)", factID: id, factName: fact["name"]?.string ?? "",
        display: fact["display"]?["en"]?.string ?? fact["display"]?["short"]?.string ?? "–",
        value: fact["value"].map { $0.string ?? $0.compact() } ?? "–", unit: fact["unit"]?.string ?? "",
        tool: tool.joined(separator: " "), quality: fact["quality"]?.string ?? "")
    }
  }
}

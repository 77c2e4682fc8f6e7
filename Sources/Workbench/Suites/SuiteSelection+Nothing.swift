import Scoring

extension SuiteSelection {
  /// Why nothing was selected: what no case is called, what may have been meant, and how to see all cases.
  var nothingSelected: String {
    let cases = suites.flatMap(\.cases)
    let known = cases.flatMap(\.tags).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let unknownIDs = ids.filter { id in !cases.contains { $0.id.matches(pattern: id) } }
    let unknown =
      unknownIDs.map { Self.unknown("no case is called", $0, among: cases.map(\.id)) }
      + tags.filter { !known.contains($0) }.map { Self.unknown("no case has the tag", $0, among: known) }
    let reason = unknown.isEmpty ? "no case matches both --case and --tag" : unknown.joined(separator: "; ")
    let command = "workbench run \(suites.map(\.file).joined(separator: " ")) --list"
    return "\(reason); all \(cases.count) cases: \(command)"
  }

  private static func unknown(_ what: String, _ word: String, among candidates: [String]) -> String {
    let near = Suggestion.nearest(3, to: word, among: candidates).map { "\"\($0)\"" }
    return "\(what) \"\(word)\"" + (near.isEmpty ? "" : ", did you mean \(near.joined(separator: " or "))?")
  }
}

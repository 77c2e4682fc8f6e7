import Scoring

extension Suggestion {
  /// What to write instead: `did you mean "checks"?`, or the words there are when none is near.
  static func remedy(for word: String, among known: [String]) -> String {
    if let nearest = nearest(to: word, among: known) { return "did you mean \"\(nearest)\"?" }
    return known.isEmpty ? "none is known here" : "there are \(known.joined(separator: ", "))"
  }
}

/// Finds the word a person probably meant.
enum Suggestion {
  /// `did you mean "checks"?`, or the list of words when none is near.
  static func remedy(for word: String, among known: [String]) -> String {
    let nearest = known.map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
    if let nearest, nearest.distance <= max(2, word.count / 3) {
      return "did you mean \"\(nearest.word)\"?"
    }
    return known.isEmpty ? "none is known here" : "there are \(known.joined(separator: ", "))"
  }

  /// Levenshtein's distance: the fewest insertions, deletions and replacements of one character.
  static func distance(_ first: String, _ second: String) -> Int {
    let target = Array(second)
    var row = Array(0...target.count)
    for (position, character) in first.enumerated() {
      var diagonal = row[0]
      row[0] = position + 1
      for column in target.indices {
        let replaced = diagonal + (character == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[target.count]
  }
}

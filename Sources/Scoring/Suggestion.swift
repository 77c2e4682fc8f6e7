/// The nearest of the words that would have been right, for a "did you mean".
public enum Suggestion {
  /// The candidate with the smallest edit distance, if it is near enough to be a slip of the pen.
  ///
  /// Near enough is at most a third of the word's length, and at least one edit; the first of equals wins.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    nearest(1, to: word, among: candidates).first
  }

  /// The candidates near enough to be meant, the nearest first, at most `count` of them.
  ///
  /// Those equally near stay in their order.
  public static func nearest(_ count: Int, to word: String, among candidates: [String]) -> [String] {
    let allowed = max(1, word.count / 3)
    let near =
      candidates.enumerated()
      .map { (order: $0, candidate: $1, distance: distance(from: word.lowercased(), to: $1.lowercased())) }
      .filter { $0.distance <= allowed }
      .sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return near.prefix(max(0, count)).map(\.candidate)
  }

  /// The Damerau-Levenshtein distance (optimal string alignment): a swap of neighbours is one edit.
  static func distance(from source: String, to target: String) -> Int {
    let source = Array(source)
    let target = Array(target)
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for (row, character) in source.enumerated() {
      var current = [row + 1]
      for (column, other) in target.enumerated() {
        var best = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
        if row > 0, column > 0, character == target[column - 1], source[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[target.count]
  }
}

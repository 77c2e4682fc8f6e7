/// The printed names of schemes; they are shown, never matched on.
public enum SchemeName {
  /// `printed` without former names, notes on demat and outer blanks.
  ///
  /// ```swift
  /// SchemeName.cleaned("HSBC Corporate Bond Fund - Growth (Formerly known as L&T Triple Ace Bond Fund)")
  /// // "HSBC Corporate Bond Fund - Growth"
  /// ```
  public static func cleaned(_ printed: String) -> String {
    let lower = printed.lowercased()
    var end = printed.endIndex
    for note in ["(formerly", "(erstwhile", "(non-demat", "(demat"] {
      // Lower case keeps the count of characters of these names, so places carry over by distance.
      guard let found = lower.firstRange(of: note) else { continue }
      let place = printed.index(
        printed.startIndex, offsetBy: lower.distance(from: lower.startIndex, to: found.lowerBound),
        limitedBy: printed.endIndex)
      end = min(end, place ?? end)
    }
    let name = printed[..<end].drop(while: \.isWhitespace)
    return String(name.reversed().drop(while: \.isWhitespace).reversed())
  }
}

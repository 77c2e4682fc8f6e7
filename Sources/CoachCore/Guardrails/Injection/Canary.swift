/// Words planted in the worked examples of the prompts, so that an answer copied from an example gives itself away.
public enum Canary {
  /// A phrase nobody writes of money: an answer that holds it was copied.
  public static let phrase = "the lantern-maker's ledger"
  /// A figure no computation yields in a display form; it stands in worked examples in place of real figures.
  public static let figure = "₹77,77,777"

  /// The places of either in a folded text.
  static func ranges(in text: NormalizedText) -> [Range<Int>] {
    let scalars = text.scalars.map(\.asciiLowercased)
    return needles.flatMap { needle in
      guard scalars.count >= needle.count else { return [Range<Int>]() }
      return (0...scalars.count - needle.count).filter {
        scalars[$0] == needle[0] && scalars[$0..<$0 + needle.count].elementsEqual(needle)
      }
      .map { $0..<$0 + needle.count }
    }
  }

  private static let needles = [phrase, "77,77,777", "7777777"].map {
    NormalizedText($0).scalars.map(\.asciiLowercased)
  }
}

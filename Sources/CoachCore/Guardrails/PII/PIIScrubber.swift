/// Replaces personal data by tokens such as `[PAN]`.
///
/// ```swift
/// print(PIIScrubber().scrub("PAN ABCPE1234F, mobile 98765 43210"))
/// // PAN [PAN], mobile [PHONE]
/// ```
public struct PIIScrubber: Sendable {
  /// What finds the data.
  public let detector: PIIDetector

  /// Makes a scrubber.
  public init(detector: PIIDetector = PIIDetector()) {
    self.detector = detector
  }

  /// The text with a token in the place of every match; scrubbing it again changes nothing.
  public func scrub(_ text: String) -> String {
    var result = text
    // What a match was hiding from its neighbours may be found once it is gone; every round removes characters that
    // no token contains, so the rounds end.
    while true {
      let matches = detector.matches(in: result)
      guard !matches.isEmpty else { return result }
      result = replacing(matches, in: result)
    }
  }

  private func replacing(_ matches: [PIIMatch], in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    for match in matches {
      result.append(contentsOf: scalars[position..<match.start])
      result.append(contentsOf: match.kind.token.unicodeScalars)
      position = match.end
    }
    result.append(contentsOf: scalars[position...])
    return String(result)
  }
}

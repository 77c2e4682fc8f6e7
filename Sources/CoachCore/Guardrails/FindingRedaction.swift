/// Keeps personal data out of findings, and their quotations short.
///
/// A finding may quote a part of what makes data personal, such as the digits of a folio without the word before them,
/// so its field is searched as well as its own words.
struct FindingRedaction: Sendable {
  private let scrubber: PIIScrubber

  init(detector: PIIDetector) {
    scrubber = PIIScrubber(detector: detector)
  }

  /// The findings with tokens in the place of personal data.
  func redacted(_ findings: [GuardrailVerdict.Finding], of subject: RailSubject) -> [GuardrailVerdict.Finding]
  {
    guard !findings.isEmpty else { return [] }
    var known: [String: [PIIMatch]] = [:]
    return findings.map { finding in
      let matches = known[finding.field] ?? self.matches(in: finding.field, of: subject)
      known[finding.field] = matches
      return redacted(finding, matches)
    }
  }

  private func redacted(_ finding: GuardrailVerdict.Finding, _ matches: [PIIMatch])
    -> GuardrailVerdict.Finding
  {
    let overlapping = matches.filter { $0.start < finding.end && finding.start < $0.end }
    var (text, detail) = (scrubber.scrub(finding.text), scrubber.scrub(finding.detail))
    if let first = overlapping.first, text == finding.text, !finding.text.isEmpty {
      text = first.kind.token
      detail = scrubber.scrub(finding.detail.replacing(finding.text, with: first.kind.token))
    }
    for match in overlapping { detail = detail.replacing(match.text, with: match.kind.token) }
    return .init(
      code: finding.code, field: finding.field, start: finding.start, end: finding.end,
      text: Self.cut(text, at: 80),
      detail: Self.cut(detail, at: 400))
  }

  private static func cut(_ text: String, at length: Int) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > length ? String(String.UnicodeScalarView(scalars.prefix(length))) + "…" : text
  }

  private func matches(in field: String, of subject: RailSubject) -> [PIIMatch] {
    let text =
      field.isEmpty
      ? subject.completion : subject.draft?.proseFields.first { $0.pointer == field }?.text ?? ""
    return scrubber.detector.matches(in: text)
  }
}

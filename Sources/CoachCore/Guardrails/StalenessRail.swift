import Finance

/// R7: what rests on old prices says so, and is not told as today's.
public struct StalenessRail: Rail {
  /// A price is old when its date lies further back than this from the date the artifact holds for (domain rules §3,
  /// “stale NAV presented as today”): four days pass over a long weekend.
  public static let daysAPriceMayBeOld = 5

  /// R7.
  public var id: GuardrailVerdict.Rail { .staleness }

  /// Makes the rail.
  public init() {}

  /// Findings with the codes `missing_caveat` and `stale_as_current`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let prose = subject.prose, let body = subject.body else { return .nothingToJudge("draft") }
    let cited = subject.citedFacts
    let stale = Set(cited.lazy.filter { isStale($0.value, subject.brief) }.map(\.key))
    guard !stale.isEmpty else { return [] }
    return caveat(subject, body, cited, stale)
      + StalenessRules.calledCurrent(prose, body, staleMarkers: stale)
  }

  private func isStale(_ fact: Fact, _ brief: ArtifactBrief) -> Bool {
    if fact.quality == .stale { return true }
    guard fact.unit == .date, fact.id.hasSuffix("nav_date"),
      let date = fact.value.text.flatMap(CivilDate.init(iso:))
    else { return false }
    return date.adding(days: Self.daysAPriceMayBeOld) < brief.asOf
  }

  /// An insight carries the caveat as data; a recommendation has no place for it and says it.
  private func caveat(
    _ subject: RailSubject, _ body: ProseText, _ cited: [String: Fact], _ stale: Set<String>
  ) -> [GuardrailVerdict.Finding] {
    let isTold: Bool
    let remedy: String
    switch subject.brief.form {
    case .insight:
      // The artifact's caveats are what a person reads; before there is one, the brief's become its own.
      let caveats =
        if case .insight(let insight)? = subject.artifact { insight.caveats } else { subject.brief.caveats }
      isTold = caveats.contains(.staleNAV)
      remedy = "the artifact has to carry the caveat stale_nav"
    case .recommendation:
      isTold =
        cited.values.contains { $0.id.hasSuffix("nav_date") } || StalenessRules.saysThatPricesAreOld(body)
      remedy = "cite the date of the price, or say that the price is not recent"
    }
    guard !isTold, let marker = body.tokens.first(where: { $0.kind == .marker && stale.contains($0.text) })
    else {
      return []
    }
    let fact = cited[marker.text]?.id ?? marker.text
    return [
      body.finding("missing_caveat", at: marker.range, detail: "\(fact) rests on an old price; \(remedy)")
    ]
  }
}

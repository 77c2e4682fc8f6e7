/// Net asset values kept at hand, fetched when they are missing or too old.
///
/// The cache knows neither a clock nor a network: the day and the fetching are handed in. A scheme is fetched
/// at most once a day, so a dormant one whose last value is years old is not asked for again and again.
public struct NAVCache: Sendable {
  /// A value and how it was come by.
  public struct Lookup: Sendable {
    /// The value.
    public let nav: DatedNAV
    /// Whether it is too old to be shown without saying so.
    public let isStale: Bool
    /// Why a newer one could not be fetched, when that was tried and failed.
    public let failure: (any Error)?
  }

  private struct Entry {
    var series: NAVSeries
    var fetched: CivilDate
  }

  private var entries: [String: Entry] = [:]

  /// An empty cache.
  public init() {}

  /// The last value of `amfiCode` on or before `day`, from the cache if it is fresh, else through `fetch`.
  ///
  /// A failed fetch falls back on what is there, marked stale, with the failure beside it.
  ///
  /// - Throws: What `fetch` throws when nothing is there to fall back on; ``FinanceError`` `missingPrice` when
  ///   the series has no value up to the day, `inconsistent` for a series of another scheme or a value after
  ///   `day`.
  public mutating func latest(
    amfiCode: String, onOrBefore day: CivilDate, fetch: (String) throws -> NAVSeries
  ) throws -> Lookup {
    var failure: (any Error)?
    if !isFresh(amfiCode, on: day) {
      do {
        let series = try fetch(amfiCode)
        try check(series, is: amfiCode, upTo: day)
        entries[amfiCode] = Entry(series: series, fetched: day)
      } catch {
        guard entries[amfiCode] != nil else { throw error }
        failure = error
      }
    }
    guard let nav = entries[amfiCode]?.series.latest(onOrBefore: day) else {
      throw FinanceError(.missingPrice, "no net asset value of \(amfiCode) on or before \(day)")
    }
    return Lookup(nav: nav, isStale: nav.isStale(asOf: day), failure: failure)
  }

  private func isFresh(_ amfiCode: String, on day: CivilDate) -> Bool {
    guard let entry = entries[amfiCode] else { return false }
    guard let nav = entry.series.latest(onOrBefore: day) else { return entry.fetched >= day }
    return entry.fetched >= day || !nav.isStale(asOf: day)
  }

  private func check(_ series: NAVSeries, is amfiCode: String, upTo day: CivilDate) throws(FinanceError) {
    guard series.amfiCode == amfiCode else {
      throw FinanceError(.inconsistent, "asked for scheme \(amfiCode), got \(series.amfiCode)")
    }
    if let last = series.values.last, last.date > day {
      throw FinanceError(.outOfRange, "the value of \(amfiCode) is of \(last.date), which lies after \(day)")
    }
  }
}

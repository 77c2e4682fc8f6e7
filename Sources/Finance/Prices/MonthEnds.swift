/// Walks back over the ends of completed months.
enum MonthEnds {
  /// A value this many days before the end of its month stands for it; an older one leaves the month without.
  static let leeway = 7

  /// The last day of the last month that is over on `day`.
  static func lastCompleted(by day: CivilDate) -> CivilDate {
    let tomorrow = day.adding(days: 1)
    return tomorrow.day == 1 ? day : day.adding(days: -day.day)
  }

  /// What `latest` gives for the ends of completed months up to `day`, oldest first, as far back as no month lacks one
  /// and `follows` lets each be compared with the one before.
  static func walk<Point>(
    through day: CivilDate, date: (Point) -> CivilDate, latest: (CivilDate) -> Point?,
    follows: (_ earlier: Point, _ later: Point) -> Bool
  ) -> [Point] {
    var points: [Point] = []
    // A series that has ended begins with the last month it saw through.
    guard let newest = latest(day) else { return [] }
    var end = lastCompleted(by: min(day, date(newest).adding(days: leeway)))
    while let point = latest(end), date(point).days(until: end) <= leeway,
      points.last.map({ follows(point, $0) }) ?? true
    {
      points.append(point)
      end = end.adding(days: -end.day)
    }
    return points.reversed()
  }
}

extension NAVSeries {
  /// The values at the ends of completed months up to `day`, oldest first, one for each month without a gap.
  ///
  /// They reach back to the first month without a value in its last week, or to a change of the unit that nobody
  /// adjusted for.
  public func monthEnds(through day: CivilDate) -> [DatedNAV] {
    MonthEnds.walk(
      through: day, date: \.date, latest: latest(onOrBefore:),
      follows: { unadjustedChanges(after: $0.date, through: $1.date).isEmpty })
  }
}

extension IndexSeries {
  /// The levels at the ends of completed months up to `day`, oldest first, one for each month without a gap.
  public func monthEnds(through day: CivilDate) -> [Level] {
    MonthEnds.walk(through: day, date: \.date, latest: latest(onOrBefore:), follows: { _, _ in true })
  }
}

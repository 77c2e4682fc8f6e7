/// Days on which funds take orders: Monday to Friday without holidays.
public struct BusinessCalendar: Hashable, Sendable {
  private let holidays: Set<CivilDate>

  /// A calendar closed on weekends and on `holidays`.
  public init(holidays: some Sequence<CivilDate> = []) {
    self.holidays = Set(holidays)
  }

  /// Whether funds take orders on `day`.
  public func isBusinessDay(_ day: CivilDate) -> Bool {
    !day.isWeekend && !holidays.contains(day)
  }

  /// `day` itself if funds take orders on it, else the next day on which they do.
  public func rolledForward(_ day: CivilDate) -> CivilDate {
    var day = day
    while !isBusinessDay(day), day < .maximum { day = day.adding(days: 1) }
    return day
  }

  /// The first business day after `day`.
  public func next(after day: CivilDate) -> CivilDate {
    rolledForward(day.adding(days: 1))
  }
}

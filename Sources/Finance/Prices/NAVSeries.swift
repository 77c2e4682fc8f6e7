/// The net asset values of one scheme by day, as a source gave them, with what is odd about them.
///
/// A value of 0, `N.A.` or `-` means that there is none; such days are listed as issues and never used.
public struct NAVSeries: Hashable, Sendable {
  /// The AMFI code.
  public let amfiCode: String
  /// The values by ascending day.
  public let values: [DatedNAV]
  /// What is odd, by ascending day.
  public let issues: [Issue]

  /// Something odd about a day.
  public struct Issue: Hashable, Sendable {
    /// What is odd.
    public enum Kind: Hashable, Sendable {
      /// The source gave 0, `N.A.` or `-`.
      case absent
      /// The value is a multiple of the one before that no market moves by: the units were consolidated or
      /// split, as when a face value changes, and the source did not adjust what came before.
      case unadjustedChange(ratio: Double)
    }

    /// The day.
    public let date: CivilDate
    /// What is odd about it.
    public let kind: Kind
  }

  /// A value that moves by more than this factor from one day to the next is no market movement.
  static let largestMove = 1.8

  /// A series of `values`, which must ascend by day, with the days on which the source had `absent` values.
  ///
  /// - Throws: ``FinanceError`` `duplicate` or `inconsistent` for days that do not ascend.
  public init(amfiCode: String, values: [DatedNAV], absent: [CivilDate] = []) throws(FinanceError) {
    for (earlier, later) in zip(values, values.dropFirst()) where earlier.date >= later.date {
      throw FinanceError(
        earlier.date == later.date ? .duplicate : .inconsistent,
        "the values of \(amfiCode) must ascend by day; \(later.date) does not follow \(earlier.date)")
    }
    self.init(ascending: values, of: amfiCode, absent: absent)
  }

  /// A series of values already known to ascend.
  init(ascending values: [DatedNAV], of amfiCode: String, absent: [CivilDate] = []) {
    self.amfiCode = amfiCode
    self.values = values
    let changes = Self.changes(in: values)
    issues =
      absent.isEmpty
      ? changes : (absent.map { Issue(date: $0, kind: .absent) } + changes).sorted { $0.date < $1.date }
  }

  /// The last value on or before `day`.
  public func latest(onOrBefore day: CivilDate) -> DatedNAV? {
    let next = values.partitioningIndex { $0.date > day }
    return next == 0 ? nil : values[next - 1]
  }

  /// The first value on or after `day`, the way an instalment on a holiday is priced.
  public func first(onOrAfter day: CivilDate) -> DatedNAV? {
    let index = values.partitioningIndex { $0.date >= day }
    return index == values.count ? nil : values[index]
  }

  /// Unadjusted changes after `start` and up to `end`, across which values must not be compared.
  public func unadjustedChanges(after start: CivilDate, through end: CivilDate) -> [Issue] {
    issues.filter { $0.kind != .absent && start < $0.date && $0.date <= end }
  }

  private static func changes(in values: [DatedNAV]) -> [Issue] {
    var issues: [Issue] = []
    for index in values.indices.dropFirst() {
      let ratio = values[index].value.value / values[index - 1].value.value
      if ratio >= largestMove || ratio <= 1 / largestMove {
        issues.append(Issue(date: values[index].date, kind: .unadjustedChange(ratio: ratio)))
      }
    }
    return issues
  }
}

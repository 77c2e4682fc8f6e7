/// The loads of a scheme, from the first days after a purchase to the last that bear any.
public struct ExitLoadSchedule: Hashable, Sendable {
  private let steps: [Step]

  private struct Step: Hashable, Sendable {
    let load: ExitLoad
    /// The part of a lot, in millionths, that may leave without it.
    let freePerMillion: Int64
  }

  /// The schedule of a scheme's `rules`; of several the one with the fewest days that still apply counts.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a load or a part beyond 100 %.
  public init(_ rules: [ExitLoadRule]) throws(FinanceError) {
    var steps: [Step] = []
    for rule in rules.sorted(by: { $0.days < $1.days }) {
      guard (0...1).contains(rule.percent), (0...1).contains(rule.freeUnitsPercent) else {
        throw FinanceError(.outOfRange, "an exit load of \(rule.percent) is not from 0 to 1")
      }
      let load = try ExitLoad(days: rule.days, perMillion: Self.perMillion(rule.percent))
      steps.append(Step(load: load, freePerMillion: Self.perMillion(rule.freeUnitsPercent)))
    }
    self.steps = steps
  }

  /// The load on `proceeds` of `units` taken on `redemption` from a lot of `lot` units allotted on `allotment`.
  ///
  /// A part of each lot may be free; only what is taken beyond it pays. Rounded to the paisa.
  public func load(
    on proceeds: Money, of units: Units, from lot: Units, allotted allotment: CivilDate,
    redeemed redemption: CivilDate
  ) -> Money {
    guard units > .zero, let step = steps.first(where: { $0.load.applies(from: allotment, to: redemption) })
    else { return .zero }
    let free = Int64(Int128(lot.tenThousandths) * Int128(step.freePerMillion) / 1_000_000)
    let charged = max(0, units.tenThousandths - free)
    guard let part = proceeds.share(charged, of: units.tenThousandths) else { return .zero }
    return step.load.load(on: part, from: allotment, to: redemption)
  }

  /// The days on which the load of units allotted on `allotment` falls.
  public func reliefs(allotted allotment: CivilDate) -> [CivilDate] {
    steps.map { allotment.adding(days: $0.load.days) }
  }

  private static func perMillion(_ ratio: Double) -> Int64 { Int64((ratio * 1_000_000).rounded()) }
}

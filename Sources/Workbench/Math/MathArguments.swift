import ArgumentParser
import Finance

/// A yearly rate as a person types it: `12`, `12%` or `12.5`.
struct PercentArgument: ExpressibleByArgument, Sendable {
  /// The rate as a fraction of one.
  let ratio: Double

  init?(argument: String) {
    let text = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let percent = Double(text), percent.isFinite, (-99...1000).contains(percent) else { return nil }
    self.ratio = percent / 100
  }
}

/// An amount as a person types it: `10000`, `1,25,000`, `12.5L`, `2 Cr`.
struct RupeeArgument: ExpressibleByArgument, Sendable {
  /// The amount.
  let money: Money

  init?(argument: String) {
    guard let money = try? IndianFormat.parse(argument), money >= .zero else { return nil }
    self.money = money
  }
}

/// A flow as a person types it: `2024-01-15:-5000`, negative when the investor pays.
struct FlowArgument: ExpressibleByArgument, Sendable {
  /// The flow.
  let flow: CashFlow

  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let date = CivilDate(iso: String(parts[0])), (1990...2200).contains(date.year),
      let amount = Double(parts[1]), amount.isFinite
    else { return nil }
    self.flow = CashFlow(date: date, amount: amount)
  }
}

import Finance
import Foundation

/// A portfolio on a terminal: amounts in lakh and crore, a bar for each goal and one for the allocation.
struct PortfolioText {
  let view: PortfolioView

  var text: String {
    ([headline] + section("goals", goals) + section("holdings", holdings) + section("allocation", allocation)
      + section("to know", notes)).joined(separator: "\n")
  }

  private var snapshot: PortfolioSnapshot { view.snapshot }

  private var headline: String {
    var parts = [
      "\(snapshot.portfolio.user.id)  as of \(snapshot.asOf)", "value \(IndianFormat.short(snapshot.value))",
    ]
    if let cost = snapshot.cost { parts.append("cost \(IndianFormat.short(cost))") }
    if let gain = snapshot.unrealised {
      let share = snapshot.absoluteReturn.map { " (\(IndianFormat.percent($0)))" } ?? ""
      parts.append("gain \(IndianFormat.short(gain))\(share)")
    }
    // A yearly rate is shown for a year or more only (SEBI's norm).
    if snapshot.isAnnualisable, let rate = snapshot.xirr?.rate {
      parts.append("XIRR \(IndianFormat.percent(rate))")
    }
    return parts.joined(separator: "   ")
  }

  private var goals: [String] {
    let names = view.goals.map { Self.line("\($0.goal.kind.rawValue) (\(Self.plain($0.goal.name)))") }
    let width = names.map(\.count).max() ?? 0
    return zip(view.goals, names).map { line, name in
      let goal = line.assessment
      let standing =
        goal.surplus > .zero
        ? "surplus \(IndianFormat.short(goal.surplus))" : "shortfall \(IndianFormat.short(goal.shortfall))"
      return [
        line.goal.id, name.padding(toLength: width, withPad: " ", startingAt: 0),
        "\(Self.bar(goal.fundedRatio)) \(IndianFormat.percent(goal.fundedRatio, decimals: 0))",
        goal.band.rawValue.replacing("_", with: " "),
        "\(IndianFormat.short(goal.projected)) of \(IndianFormat.short(goal.targetFuture)) by \(line.goal.targetDate)",
        standing,
      ].joined(separator: "  ")
    }
  }

  private var holdings: [String] {
    let shares = snapshot.stocks.map { stock in
      "\(stock.stock.id ?? "–")  share \(stock.stock.isin)\n"
        + "      \(stock.stock.quantity.decimalText) × ₹\(stock.close.value.decimalText) of \(stock.close.date)"
        + " = \(IndianFormat.short(stock.value))" + (stock.isStale ? "  close is stale" : "")
    }
    return funds + shares
  }

  private var funds: [String] {
    snapshot.holdings.map { holding in
      let stale = holding.isStale ? "  NAV is stale" : ""
      return "\(holding.id)  \(Self.line(holding.scheme.name))\n"
        + "      \(holding.units.decimalText) units × ₹\(holding.nav.value.decimalText) of \(holding.nav.date)"
        + " = \(IndianFormat.short(holding.value))"
        + (holding.cost.map { ", cost \(IndianFormat.short($0))" } ?? ", cost unknown") + stale
    }
  }

  private var allocation: [String] {
    guard !view.allocation.isEmpty else { return [] }
    let blocks: [Character] = ["█", "▓", "▒", "░", "·"]
    var bar = ""
    for (index, slice) in view.allocation.enumerated() {
      let width = Int((slice.share * Double(Self.barWidth * 2)).rounded())
      bar += String(repeating: blocks[index % blocks.count], count: width)
    }
    let legend = view.allocation.enumerated().map { index, slice in
      "\(blocks[index % blocks.count]) \(slice.assetClass) \(IndianFormat.percent(slice.share, decimals: 1))"
    }
    return [bar, legend.joined(separator: "   ")]
  }

  /// Why no yearly return stands in the headline, where one might be expected.
  private var missingRate: [String] {
    guard snapshot.isAnnualisable, let xirr = snapshot.xirr, xirr.rate == nil else { return [] }
    return ["no single yearly return fits these flows (\(xirr.status.replacing("_", with: " ")))"]
  }

  private var notes: [String] {
    snapshot.issues.map { "\($0.holding.map { "\($0): " } ?? "")\($0.message)" }
      + (snapshot.cost == nil
        ? ["the statement does not show every purchase, so cost and returns are unknown"] : [])
      + missingRate + ["projections are estimates under assumed returns; actual returns can be lower"]
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
  }

  private static let barWidth = 20

  /// Twenty cells, filled to the eighth; a goal beyond its target fills them all.
  static func bar(_ ratio: Double) -> String {
    let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let filled = Int((min(max(ratio, 0), 1) * Double(barWidth * 8)).rounded(.down))
    let text = String(repeating: "█", count: filled / 8) + eighths[filled % 8]
    return text.padding(toLength: barWidth, withPad: "░", startingAt: 0)
  }

  /// Free text of a statement, harmless to a terminal: no escape, no control, no direction change, one line.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        TerminalText.plain(text).unicodeScalars.filter { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
          default: true
          }
        }))
  }

  private static func line(_ text: String) -> String {
    let text = plain(text)
    return text.count <= 48 ? text : text.prefix(47) + "…"
  }
}

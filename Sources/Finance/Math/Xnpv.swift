import Foundation

/// The net present value of dated cash flows at an annual rate, by ACT/365 Fixed from the earliest flow.
public enum Xnpv {
  /// Σ aᵢ(1+rate)^(−dᵢ/365); 0 for no flows.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when `rate` is not a finite number above −1 or an amount is not
  ///   finite.
  public static func value(of flows: [CashFlow], rate: Double) throws(FinanceError) -> Double {
    guard rate > -1, rate.isFinite else {
      throw FinanceError(.outOfRange, "a rate of \(rate) cannot discount; it must be above −1")
    }
    guard let first = flows.map(\.date).min() else { return 0 }
    let u = log1p(rate)
    var sum = 0.0
    for flow in flows {
      guard flow.amount.isFinite else {
        throw FinanceError(.outOfRange, "the flow of \(flow.date) is not a finite amount")
      }
      sum += flow.amount * exp(-u * Double(first.days(until: flow.date)) / 365)
    }
    return sum
  }

  /// What the flows have grown to on the day of the latest one (XNFV): the present value times
  /// (1+rate)^(D/365), D days from the earliest flow to the latest.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` as ``value(of:rate:)`` does.
  public static func futureValue(of flows: [CashFlow], rate: Double) throws(FinanceError) -> Double {
    let present = try value(of: flows, rate: rate)
    let days = flows.map(\.date.daysSince1970)
    guard let first = days.min(), let last = days.max() else { return 0 }
    return present * exp(log1p(rate) * Double(last - first) / 365)
  }
}

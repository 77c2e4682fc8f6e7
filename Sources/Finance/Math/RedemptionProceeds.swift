/// What a redemption pays: exit load and securities transaction tax off the gross value.
public struct RedemptionProceeds: Hashable, Sendable {
  /// Units at the net asset value, rounded half away from zero to the paisa.
  public let gross: Money
  /// The load the fund keeps.
  public let exitLoad: Money
  /// The securities transaction tax, on equity-oriented funds only.
  public let stt: Money
  /// What the investor receives.
  public let net: Money

  /// The proceeds of `units` at `nav`.
  ///
  /// - Parameters:
  ///   - units: The units sold, not negative.
  ///   - nav: The applicable net asset value.
  ///   - exitLoadPerMillion: The load on the gross value, 10 000 for 1 %.
  ///   - sttPerMillion: The tax on the gross value, 10 for 0.001 %; 0 unless equity-oriented.
  /// - Throws: ``FinanceError`` `outOfRange` for negative units or rates beyond 100 %.
  public init(units: Units, nav: NAV, exitLoadPerMillion: Int64 = 0, sttPerMillion: Int64)
    throws(FinanceError)
  {
    let gross = try units.value(at: nav)
    let rates = 0...Int64(1_000_000)
    guard units >= .zero, rates.contains(exitLoadPerMillion), rates.contains(sttPerMillion),
      let load = gross.share(exitLoadPerMillion, of: 1_000_000),
      let stt = gross.share(sttPerMillion, of: 1_000_000)
    else {
      throw FinanceError(.outOfRange, "cannot redeem \(units) units with these rates; check the inputs")
    }
    self.gross = gross
    exitLoad = load
    self.stt = stt
    net = gross - load - stt
  }
}

import Finance
import Testing

@Suite struct PointReturnsTests {
  private let start = CivilDate(iso: "2021-02-28") ?? .minimum

  @Test func absoluteReturn() {
    #expect(
      PointReturns.absolute(invested: 100_000, value: 135_000).map { ($0 - 0.35).magnitude < 1e-12 } == true)
    #expect(PointReturns.absolute(invested: 25_000, value: 0) == -1)
    #expect(PointReturns.absolute(invested: 0, value: 1) == nil)
    #expect(PointReturns.absolute(invested: .nan, value: 1) == nil)
  }

  @Test func yearlyReturnNeedsAYear() throws {
    guard
      case .ok(let rate) = PointReturns.cagr(begin: 100, end: 112, from: start, to: start.adding(days: 365))
    else {
      Issue.record("365 days are a year")
      return
    }
    #expect((rate - 0.12).magnitude < 1e-12)
    guard
      case .subYear(let absolute) = PointReturns.cagr(
        begin: 100, end: 104, from: start, to: start.adding(days: 364))
    else {
      Issue.record("364 days are no year")
      return
    }
    #expect((absolute - 0.04).magnitude < 1e-12)
  }

  @Test func undefinedReturns() {
    #expect(PointReturns.cagr(begin: 0, end: 1, from: start, to: start.adding(days: 900)) == .undefined)
    #expect(PointReturns.cagr(begin: 1, end: 2, from: start, to: start) == .undefined)
    #expect(PointReturns.cagr(begin: 1, end: -2, from: start, to: start.adding(days: 900)) == .undefined)
  }

  @Test func realReturnIsFishers() throws {
    let real = try #require(PointReturns.real(nominal: 0.12, inflation: 0.06))
    #expect((real - 0.0566037735849).magnitude < 1e-12)
    #expect(PointReturns.real(nominal: 0.12, inflation: -1) == nil)
  }
}

import Finance
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("1,23,456.78", 12_345_678), ("123456.78", 12_345_678), ("1,234,567", 123_456_700), ("-0.5", -50),
    ("0.10", 10), ("+7", 700), ("4999.7500", 499_975), ("000.01", 1), ("-0", 0),
    ("1000000000000000", 100_000_000_000_000_000),
  ])
  func exactTextIsRead(text: String, paise: Int64) {
    #expect(Money(exactly: text)?.paise == paise)
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "1,2,3", "12,34", ",123", "1,,234", "0.005", "₹5", "1e3", "NaN", "inf", " 1", "1 ",
    "0x10", "१२", "1000000000000000.01", "99999999999999999999999999999999999999999999", "--1",
  ])
  func otherTextIsRefused(text: String) {
    #expect(Money(exactly: text) == nil)
  }

  @Test func decimalTextHasTwoDecimals() {
    #expect(Money(paise: 209_752_877).decimalText == "2097528.77")
    #expect(Money(paise: -50).decimalText == "-0.50")
    #expect(Money(paise: -100_000_000_000_000_000).decimalText == "-1000000000000000.00")
    #expect(Money.zero.decimalText == "0.00")
  }

  @Test func textRoundTrips() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<2000 {
      let money = Money(
        paise: .random(in: -100_000_000_000_000_000...100_000_000_000_000_000, using: &generator))
      #expect(Money(exactly: money.decimalText) == money)
    }
  }

  /// A dyadic fraction n/2^k is exact as Double, so whole-number arithmetic says what its rounding is.
  @Test func roundingAgreesWithWholeNumbers() throws {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<20_000 {
      let shift = Int.random(in: 0...40, using: &generator)
      let numerator = Int64.random(in: -(1 << 52)...(1 << 52), using: &generator)
      let half = (Int128(1) << shift) >> 1
      let paise = (Int128(numerator.magnitude) * 100 + half) >> shift
      guard paise < 100_000_000_000_000_000 else { continue }
      let rounded = try Money.rounded(rupees: Double(numerator) / Double(Int64(1) << shift))
      #expect(Int128(rounded.paise) == (numerator < 0 ? -paise : paise))
    }
  }

  @Test(
    arguments: [
      (0.125, 13), (-0.125, -13), (0.375, 38), (1.115, 111), (1.005, 100), (0.285, 28), (2.675, 267),
      (Double.leastNonzeroMagnitude, 0), (-0.0, 0), (0.0049999, 0), (1e15, 100_000_000_000_000_000),
    ] as [(Double, Int64)])
  func roundingIsHalfAwayFromZeroOfTheBinaryValue(rupees: Double, paise: Int64) throws {
    #expect(try Money.rounded(rupees: rupees).paise == paise)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1.1e15, -1e300])
  func amountsBeyondTheLimitAreRefused(rupees: Double) {
    let error = #expect(throws: FinanceError.self) { try Money.rounded(rupees: rupees) }
    #expect(error?.code == .outOfRange)
  }

  @Test func sumsNeverOverflow() throws {
    let most = Money(rupees: 1_000_000_000_000_000)
    #expect(try Money.sum([most, -most, Money(paise: 5)]) == Money(paise: 5))
    #expect(throws: FinanceError.self) { try Money.sum(Array(repeating: most, count: 200)) }
  }
}

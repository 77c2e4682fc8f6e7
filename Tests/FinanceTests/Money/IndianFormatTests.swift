import Finance
import Testing

@Suite struct IndianFormatTests {
  @Test(arguments: [
    (0, "₹0.00"), (99_999, "₹999.99"), (100_000, "₹1,000.00"), (10_000_000, "₹1,00,000.00"),
    (1_234_567_890, "₹1,23,45,678.90"), (-12_345_600, "-₹1,23,456.00"),
    (100_000_000_000_000_000, "₹1,00,00,00,00,00,00,000.00"),
  ])
  func fullFormIsGroupedByThreeThenTwo(paise: Int64, text: String) {
    #expect(IndianFormat.full(Money(paise: paise)) == text)
  }

  @Test func fullFormRoundsHalvesAway() {
    #expect(IndianFormat.full(Money(paise: 99_950), decimals: 0) == "₹1,000")
    #expect(IndianFormat.full(Money(paise: -50), decimals: 0) == "-₹1")
    #expect(IndianFormat.full(Money(paise: -49), decimals: 0) == "₹0")
  }

  @Test(arguments: [
    (95_000, "₹950.00"), (99_999, "₹999.99"), (150_000, "₹1.50 K"), (9_999_499, "₹99.99 K"),
    (9_999_500, "₹1.00 L"), (123_456_700, "₹12.35 L"), (995_000_000, "₹99.50 L"), (999_950_000, "₹1.00 Cr"),
    (1_234_567_800, "₹1.23 Cr"), (-209_752_877, "-₹20.98 L"), (-999_950_000, "-₹1.00 Cr"),
    (1_500_000_000_000_000, "₹15,00,000.00 Cr"),
  ])
  func shortFormIsPromotedOnlyByRounding(paise: Int64, text: String) {
    #expect(IndianFormat.short(Money(paise: paise)) == text)
  }

  @Test(arguments: [
    (0.11, "11.00%"), (-0.0523456, "-5.23%"), (0.12345, "12.35%"), (0, "0.00%"), (-1e-9, "0.00%"),
    (1e-7, "0.00%"), (13.053, "1305.30%"), (Double.nan, "—"), (Double.infinity, "—"), (1e300, "—"),
  ])
  func percentHasTwoDecimals(ratio: Double, text: String) {
    #expect(IndianFormat.percent(ratio) == text)
  }

  @Test func fullFormRoundTrips() throws {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<3000 {
      let limit = Int64(1) << Int64.random(in: 1...56, using: &generator)
      let money = Money(paise: .random(in: -limit...limit, using: &generator))
      #expect(try IndianFormat.parse(IndianFormat.full(money)) == money)
    }
  }

  @Test func shortFormStaysWithinHalfALastDigit() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<3000 {
      let money = Money(
        paise: .random(in: 0...(1 << Int64.random(in: 1...56, using: &generator)), using: &generator))
      let read = try IndianFormat.parse(IndianFormat.short(money))
      #expect((read.rupees - money.rupees).magnitude <= 0.005 * max(1, money.rupees))
    }
  }

  @Test(arguments: [
    ("₹1,25,000", 125_000), ("Rs. 12.5 lakh", 1_250_000), ("Rs 5", 5), ("2.5 Cr", 25_000_000),
    ("50L", 5_000_000),
    ("10k", 10_000), ("₹75,000/-", 75_000), ("₹१,२५,०००", 125_000), ("१० लाख", 1_000_000),
    ("₹1 lakh crore", 1_000_000_000_000), ("-₹20.98 L", -2_098_000), ("INR 1,250,000", 1_250_000),
    ("  3 crores. ", 30_000_000), ("₹\u{00A0}7", 7),
  ])
  func amountsAsPeopleWriteThem(text: String, rupees: Int64) throws {
    #expect(try IndianFormat.parse(text) == Money(rupees: rupees))
  }

  @Test(arguments: ["", "₹", "lakh", "1.2.3", "5 apples", "₹5 ₹6", "1,2 lakh", "--5", "/-", "5 lakh/ -", "٣"])
  func otherTextIsRefused(text: String) {
    let error = #expect(throws: FinanceError.self) { try IndianFormat.parse(text) }
    #expect(error?.code == .malformed)
  }

  @Test func hugeAmountsAreOutOfRange() {
    let error = #expect(throws: FinanceError.self) { try IndianFormat.parse("9999999 lakh crore") }
    #expect(error?.code == .outOfRange)
    #expect(throws: FinanceError.self) {
      try IndianFormat.parse("1" + String(repeating: " crore", count: 5000))
    }
  }
}

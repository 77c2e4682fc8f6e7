import Finance
import Testing

@Suite struct UnitsTests {
  @Test func valueAgreesWithWholeNumbers() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<5000 {
      let count = Int64.random(in: -10_000_000_000...10_000_000_000, using: &generator)
      let whole = Int64.random(in: 0...99_999, using: &generator)
      let part = Int64.random(in: 1...99_999_999, using: &generator)
      let text = "\(whole)." + String(String(100_000_000 + part).dropFirst())
      let nav = try #require(NAV(exactly: text))
      let product = Int128(count.magnitude) * (Int128(whole) * 100_000_000 + Int128(part))
      let paise = (product + 5_000_000_000) / 10_000_000_000
      let value = try Units(tenThousandths: count).value(at: nav)
      #expect(Int128(value.paise) == (count < 0 ? -paise : paise))
    }
  }

  @Test func valueIsRoundedOnce() throws {
    let nav = try #require(NAV(exactly: "45.1234"))
    #expect(try #require(Units(exactly: "221.603")).value(at: nav) == Money(exactly: "9999.48"))
    let half = try #require(NAV(exactly: "0.005"))
    #expect(try Units(tenThousandths: 10_000).value(at: half) == Money(paise: 1))
    #expect(try Units(tenThousandths: -10_000).value(at: half) == Money(paise: -1))
  }

  @Test func valueBeyondMoneyIsRefused() throws {
    let units = Units(tenThousandths: 10_000_000_000_000_000)
    let nav = try #require(NAV(exactly: "1000000000"))
    #expect(throws: FinanceError.self) { try units.value(at: nav) }
  }

  @Test func decimalTextKeepsThreeOrFourDecimals() {
    #expect(Units(exactly: "221.603")?.decimalText == "221.603")
    #expect(Units(exactly: "182.1197")?.decimalText == "182.1197")
    #expect(Units(exactly: "-1,234.5")?.decimalText == "-1234.500")
    #expect(Units(exactly: "0.00001") == nil)
  }

  @Test(arguments: ["0", "-1", "N.A.", "-", "", "0.000000001", "10000000000", "12.5x"])
  func navIsPositiveWithEightDecimals(text: String) {
    #expect(NAV(exactly: text) == nil)
  }

  @Test func navTextRoundTrips() {
    for text in ["45.1234", "2450.5000", "22.6900", "1023.45678", "0.00000001", "106.9670"] {
      #expect(NAV(exactly: text)?.decimalText == text)
    }
  }
}

import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Laws of grounding: a fact's own display proves itself, and a changed digit does not.
struct GroundingPropertyTests {
  private static func fact(_ value: String, _ unit: Fact.Unit) -> GroundingFact {
    SampleFacts.grounding("f", value, unit)
  }

  private static func verdict(_ written: String, _ fact: GroundingFact) -> String {
    NumberGrounding().judge("It is \(written) [f1].", citations: ["[f1]": fact]).first?.reason.rawValue
      ?? "ok"
  }

  /// Every form the formatter writes of an amount.
  private static func amounts() -> [(paise: Int64, forms: [String])] {
    var generator = SplitMix(seed: 7)
    return (0..<300).map { index in
      let digits = index % 14 + 1
      let bound = (0..<digits).reduce(Int64(1)) { product, _ in product * 10 }
      let paise = Int64.random(in: 1..<bound, using: &generator)
      let money = Money(paise: paise)
      return (
        paise,
        [
          IndianFormat.short(money), IndianFormat.full(money), IndianFormat.full(money, decimals: 0),
          IndianFormat.full(money, decimals: 1),
        ]
      )
    }
  }

  private static func rupees(_ paise: Int64) -> String {
    let fraction = paise % 100
    return "\(paise / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  @Test func everyDisplayOfAnAmountProvesItself() {
    for (paise, forms) in Self.amounts() {
      let fact = Self.fact(Self.rupees(paise), .inr)
      for form in forms { #expect(Self.verdict(form, fact) == "ok", "\(form) of \(paise) paise") }
    }
  }

  @Test func everyDisplayOfANegativeAmountProvesItself() {
    for (paise, _) in Self.amounts() {
      let fact = Self.fact("-" + Self.rupees(paise), .inr)
      let form = IndianFormat.short(Money(paise: -paise))
      #expect(Self.verdict(form, fact) == "ok", "\(form) of -\(paise) paise")
    }
  }

  @Test func aChangedDigitIsCaught() {
    var generator = SplitMix(seed: 11)
    for (paise, forms) in Self.amounts() {
      let fact = Self.fact(Self.rupees(paise), .inr)
      for form in forms {
        var characters = Array(form)
        let places = characters.indices.filter { characters[$0].isASCII && characters[$0].isNumber }
        guard let place = places.randomElement(using: &generator),
          let digit = characters[place].wholeNumberValue
        else {
          continue
        }
        characters[place] = Character("\((digit + Int.random(in: 1...9, using: &generator)) % 10)")
        #expect(Self.verdict(String(characters), fact) != "ok", "\(form) → \(String(characters))")
      }
    }
  }

  @Test func everyDisplayOfARatioProvesItself() {
    var generator = SplitMix(seed: 13)
    for _ in 0..<300 {
      let ratio = Double(Int.random(in: -20_000...40_000, using: &generator)) / 100_003
      let fact = GroundingFact(id: "f", value: .number(JSONNumber(ratio) ?? JSONNumber(0)), unit: .ratio)
      for decimals in 0...4 {
        let form = IndianFormat.percent(ratio, decimals: decimals)
        #expect(Self.verdict(form, fact) == "ok", "\(form) of \(ratio)")
      }
    }
  }

  @Test func everyNumberOfMonthsProvesItself() {
    for months in 1...480 {
      let fact = Self.fact("\(months)", .months)
      let (years, rest) = (months / 12, months % 12)
      #expect(Self.verdict("\(months) months", fact) == "ok")
      #expect(Self.verdict("\(years) years \(rest) months", fact) == "ok")
      #expect(Self.verdict("\(months + 1) months", fact) != "ok")
    }
  }

  @Test func everyDateProvesItself() {
    var generator = SplitMix(seed: 17)
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    ]
    for _ in 0..<200 {
      let date = CivilDate.minimum.adding(days: 719_162 + Int.random(in: 0...40_000, using: &generator))
      let fact = SampleFacts.grounding("f", "\(date)", .date)
      #expect(Self.verdict("\(date)", fact) == "ok", "\(date)")
      guard date.month <= names.count else { continue }
      let month = names[date.month - 1]
      for form in ["\(date.day) \(month) \(date.year)", "\(month) \(date.year)", "\(date.year)"] {
        #expect(Self.verdict(form, fact) == "ok", "\(form)")
      }
      #expect(Self.verdict("\(date.day) \(month) \(date.year + 1)", fact) != "ok")
    }
  }

  @Test func roundingIsHalfUp() {
    #expect(Self.verdict("₹0.13", Self.fact("0.125", .inr)) == "ok")
    #expect(Self.verdict("12.5%", Self.fact("0.1245", .ratio)) == "ok")
    #expect(Self.verdict("12.4%", Self.fact("0.1245", .ratio)) == "mismatch")
    #expect(Self.verdict("2 years", Self.fact("18", .months)) == "ok")
    #expect(Self.verdict("₹1.00 Cr", Self.fact("9995000.00", .inr)) == "ok")
  }
}

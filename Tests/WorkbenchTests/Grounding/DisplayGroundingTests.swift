import Finance
import Foundation
import JSONKit
import Scoring
import Testing

@testable import CoachCore

/// What a tool shows of a fact, in either language, proves itself to both judges: the rail and the grounded check.
struct DisplayGroundingTests {
  private static let perUnit = 120

  /// Facts of every unit that prose can write as a figure, as tools make them.
  private static func facts() throws -> [Fact] {
    let make = try FactMaker(GoalMath.self, asOf: .minimum, inputs: .null, rows: [])
    var generator = SplitMix64(seed: 20_261_122)
    var facts: [Fact] = []
    func random(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    for _ in 0..<perUnit {
      let bound = (0..<random(2...14)).reduce(1) { product, _ in product * 10 }
      let ratio = Double(random(-20_000...40_000)) / 100_003
      let nav = "\(random(1...9_999)).\(random(1000...9999))"
      facts += [
        try make.money("f", "amount", Money(paise: Int64(random(-bound...bound)))),
        try make.money("f", "amount", Money(paise: Int64(random(1...bound)))),
        try make.ratio("f", "share", ratio), try make.ratio("f", "share", ratio, decimals: 0),
        try make.percentPoint("f", "drift", Double(random(1...99_999)) / 1009),
        try make.months("f", "horizon", random(1...600)), try make.years("f", "window", random(1...60)),
        try make.count("f", "paths", random(1...5_000_000)),
        try make.date("f", "day", CivilDate.minimum.adding(days: 719_162 + random(0...40_000))),
        try make.units("f", "units", Units(tenThousandths: Int64(random(1...99_999_999)))),
        try make.nav("f", "price", #require(NAV(exactly: nav)), quality: .exact),
      ]
    }
    return facts
  }

  private static func sentences(_ fact: Fact, _ change: (String) -> String = { $0 }) -> [String] {
    [
      "On record it is \(change(fact.display.en)) [f1] as of now.",
      "इस समय यह \(change(fact.display.hi)) [f1] है।",
      "\(change(fact.display.short)) [f1]",
    ]
  }

  private static func isAcceptedByTheRail(_ text: String, _ fact: Fact) -> Bool {
    CoachCore.NumberGrounding().judge(text, citations: ["[f1]": GroundingFact(fact)]).isEmpty
  }

  private static func isAcceptedByTheCheck(_ text: String, _ fact: Fact) throws -> Bool {
    try Scoring.NumberGrounding(facts: [JSONValueEncoder().encode(fact)])
      .faults(in: text, citations: ["[f1]": fact.id]).isEmpty
  }

  /// Every number of a text, one after the other, raised by one at its last digit.
  private static func offByOne(_ text: String) -> [String] {
    var results: [String] = []
    for match in text.matches(of: /[0-9][0-9,.]*/) {
      var characters = Array(match.output)
      var place = characters.count - 1
      while place >= 0 {
        if let digit = characters[place].wholeNumberValue {
          characters[place] = Character("\((digit + 1) % 10)")
          if digit < 9 { break }
        }
        place -= 1
      }
      if place < 0 { characters.insert("1", at: 0) }
      results.append(text.replacingCharacters(in: match.range, with: String(characters)))
    }
    return results
  }

  @Test func everyDisplayIsAcceptedByBoth() throws {
    for fact in try Self.facts() {
      for text in Self.sentences(fact) {
        #expect(Self.isAcceptedByTheRail(text, fact), "rail: \(text) for \(fact.value)")
        #expect(try Self.isAcceptedByTheCheck(text, fact), "check: \(text) for \(fact.value)")
      }
    }
  }

  @Test func oneUnitOffIsRefusedByBoth() throws {
    for fact in try Self.facts() {
      for display in [fact.display.en, fact.display.hi] {
        for changed in Self.offByOne(display) {
          let text = "\(changed) [f1]"
          #expect(!Self.isAcceptedByTheRail(text, fact), "rail: \(text) for \(fact.value)")
          #expect(try !Self.isAcceptedByTheCheck(text, fact), "check: \(text) for \(fact.value)")
        }
      }
    }
  }

  @Test func everyStateToolsReportHasHindiWordsWithoutANumber() {
    for (state, words) in StateWords.hindi {
      #expect(CoachCore.NumberGrounding().numbers(in: words).isEmpty, "\(state): \(words)")
      #expect(words.unicodeScalars.allSatisfy { !$0.properties.isLowercase }, "\(state): \(words)")
    }
  }
}

/// A seeded generator, so that every run draws the same values.
private struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

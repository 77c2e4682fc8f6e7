import CoachCore
import JSONKit
import Testing

@testable import CoachCore

@Suite("Fault operators")
struct FaultOperatorTests {
  /// Rails that may object beside the one an operator names, since the same words break them too.
  private static let plausible: [GuardrailVerdict.Rail: Set<GuardrailVerdict.Rail>] = [
    .citation: [.numbers], .numbers: [.citation, .bannedClaims, .style],
    .bannedClaims: [.numbers, .suitability, .style],
    .suitability: [.numbers, .bannedClaims, .style], .staleness: [.style], .disclaimers: [.style],
    .pii: [.numbers, .style, .injection], .injection: [.numbers, .suitability, .pii, .style, .bannedClaims],
    .style: [.bannedClaims, .injection, .numbers],
  ]

  @Test("there are at least forty, with names of their own, over all twelve rails")
  func roster() {
    let names = FaultOperator.all.map(\.name)
    #expect(names.count >= 40)
    #expect(Set(names).count == names.count)
    #expect(Set(FaultOperator.all.map(\.rail)) == Set(GuardrailVerdict.Rail.allCases))
    for name in names { #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) }
  }

  @Test("the samples are clean")
  func clean() throws {
    let samples = try FaultSamples()
    for sample in samples.samples {
      let text = try #require(CompletionLayout.compact.text(of: sample.site.draft))
      #expect(samples.judge(text, sample.brief).findings.isEmpty, "\(sample.name)")
    }
  }

  @Test(
    "each trips its rail at every place and only plausible others", arguments: FaultOperator.all.map(\.name))
  func trips(name: String) throws {
    let fault = try #require(FaultOperator.named(name))
    let samples = try FaultSamples()
    var wrong: Set<String> = []
    var count = 0
    try forEachText(of: fault, twin: false, in: samples) { sample, text in
      count += 1
      let objecting = Set(samples.objecting(text, sample.brief))
      let others = objecting.subtracting([fault.rail]).subtracting(Self.plausible[fault.rail] ?? [])
      if !objecting.contains(fault.rail) { wrong.insert("missed: \(sample.change(in: text))") }
      for rail in others { wrong.insert("\(rail.rawValue) too: \(sample.change(in: text))") }
    }
    // What only old prices make a fault of is planted in the fixtures, where prices are old (`FixtureMutantTests`).
    #expect(count > 0 || !samples.samples.contains { fault.isFault($0.brief) })
    #expect(wrong.isEmpty, "\(wrong.sorted().joined(separator: "\n"))")
  }

  @Test("no rail objects to a twin", arguments: FaultOperator.all.map(\.name))
  func twins(name: String) throws {
    let fault = try #require(FaultOperator.named(name))
    let samples = try FaultSamples()
    var alarms: Set<String> = []
    try forEachText(of: fault, twin: true, in: samples) { sample, text in
      for finding in samples.judge(text, sample.brief).findings {
        alarms.insert("\(finding.code) \(finding.text): \(sample.change(in: text))")
      }
    }
    #expect(alarms.isEmpty, "\(alarms.sorted().joined(separator: "\n"))")
  }

  private func forEachText(
    of fault: FaultOperator, twin: Bool, in samples: FaultSamples,
    _ body: (FaultSamples.Sample, String) throws -> Void
  ) throws {
    var seen: Set<String> = []
    for sample in samples.samples where fault.isFault(sample.brief) {
      for place in 0..<fault.places(sample.site) {
        for seed in UInt64(1)...6 {
          guard let text = fault.text(in: sample.site, place: place, twin: twin, seed: seed),
            seen.insert(text).inserted
          else { continue }
          try body(sample, text)
        }
      }
    }
  }

  @Test("what is planted depends on seed, operator, place and draft, and on nothing else")
  func deterministic() throws {
    let samples = try FaultSamples()
    for fault in FaultOperator.all {
      for sample in samples.samples where fault.places(sample.site) > 0 {
        let texts = (0..<3).map { _ in fault.text(in: sample.site, place: 0, twin: false, seed: 5) }
        #expect(Set(texts).count == 1, "\(fault.name)")
      }
    }
  }

  @Test("a draft without words has no place for anything, and a place beyond the last is nil")
  func noPlace() throws {
    let empty = FaultSite(
      draft: Draft(title: "", bodyMarkdown: "", claims: [], citations: []), language: "en", facts: [],
      mustCite: [])
    let samples = try FaultSamples()
    for fault in FaultOperator.all {
      #expect(fault.places(empty) == 0, "\(fault.name)")
      for place in [-1, 999] {
        #expect(
          fault.text(in: samples.samples[0].site, place: place, twin: false, seed: 1) == nil, "\(fault.name)")
      }
    }
  }
}

import Finance
import Testing

@testable import CoachCore

struct RepeatsRailTests {
  private func codes(_ change: (inout RailSample) -> Void) throws -> [String] {
    var sample = RailSample()
    change(&sample)
    return RepeatsRail().judge(try sample.subject()).map(\.code)
  }

  @Test func repeats() throws {
    #expect(try codes { _ in } == [])
    #expect(try codes { $0.restingUntil = .minimum } == ["repeated_topic"])
    #expect(try codes { $0.body = "It falls short. Yes. It falls SHORT." } == ["repeated_sentence"])
    #expect(try codes { $0.body = "It falls short [f1]. It falls short [f2]." } == ["repeated_sentence"])
    #expect(try codes { $0.body = "It falls short by ₹5. It falls short by ₹6." } == [])
    #expect(try codes { $0.body = "On track. On track." } == [])
    #expect(try codes { $0.body = "यह पीछे है। यह पीछे है।" } == ["repeated_sentence"])
    #expect(try codes { $0.claims.append($0.claims[1]) } == ["repeated_claim"])
    #expect(try codes { $0.claims.append(.init(text: $0.claims[1].text, markers: ["[f3]"])) } == [])
  }
}

import CoachCore
import Finance
import Testing

@Suite("Model prices")
struct ModelPriceTableTests {
  @Test("costs are whole micro-dollars, rounded up")
  func cost() throws {
    let day = try #require(CivilDate(iso: "2026-08-14"))
    let price = try ModelPriceTable().price("openai/gpt-5-mini", on: day)
    // 1,000 × $0.25 and 500 × $2 per million.
    #expect(price.cost(of: TokenUsage(calls: 1, inputTokens: 1000, outputTokens: 500)) == 1250)
    #expect(price.cost(of: TokenUsage(calls: 1, inputTokens: 1, outputTokens: 0)) == 1)
    #expect(price.cost(of: TokenUsage()) == 0)
  }

  @Test("no price is an error, never zero: an unknown model, and a day before the first price")
  func unpriced() throws {
    let table = try ModelPriceTable()
    let early = try #require(CivilDate(iso: "2020-01-01"))
    #expect(throws: CoachError.self) { try table.price("openai/gpt-5-mini", on: early) }
    let error = #expect(throws: CoachError.self) { try table.price("openai/gpt-9", on: early) }
    #expect(error?.message.contains("openai/gpt-5-mini") == true)
  }
}

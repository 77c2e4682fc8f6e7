import JSONKit
import Testing

@testable import CoachCore

/// What R4 says of the words around a figure.
struct MeasureWordingTests {
  private func faults(_ body: String, _ ids: String...) -> [String] {
    let facts = ids.enumerated().map { index, id in
      (
        "[f\(index + 1)]",
        SampleFacts.fact(id, "0.1", id.contains("target") || id.contains("projected") ? .inr : .ratio)
      )
    }
    return MeasureWording(text: ProseText(body), facts: Dictionary(uniqueKeysWithValues: facts)).faults().map(
      \.detail)
  }

  @Test func measuresAreNotMixed() {
    #expect(faults("The CAGR is 11% [f1].", "portfolio.xirr").count == 1)
    #expect(faults("The XIRR is 11% [f1].", "portfolio.xirr").isEmpty)
    #expect(faults("It earned 11% [f1] a year.", "portfolio.xirr").isEmpty)
    #expect(faults("The XIRR is 11% [f1].", "scheme.h1.return_3y").count == 1)
    #expect(
      faults(
        "It grew 11% [f1] a year, the TRI 10% [f2].", "scheme.h1.return_3y", "scheme.h1.benchmark.return_3y"
      ).isEmpty)
    #expect(faults("It gained 34% [f1] a year.", "portfolio.absolute_return").count == 1)
    #expect(faults("It gained 34% [f1] in all.", "portfolio.absolute_return").isEmpty)
    #expect(faults("It gained 34% [f1], which is not annualised.", "portfolio.absolute_return").isEmpty)
    #expect(
      faults(
        "The XIRR is 11% [f1], the absolute return 34% [f2].", "portfolio.xirr", "portfolio.absolute_return"
      ).isEmpty)
    #expect(faults("सीएजीआर 11% [f1] है।", "portfolio.xirr").count == 1)
    #expect(faults("कुल रिटर्न 11% [f1] है।", "portfolio.xirr").count == 1)
    #expect(faults("34% [f1] प्रति वर्ष मिला।", "portfolio.absolute_return").count == 1)
  }

  @Test func nominalIsNotReal() {
    #expect(faults("In today's money the plan reaches ₹5 [f1].", "goal.g1.projected").count == 1)
    #expect(
      faults(
        "The plan reaches ₹5 [f1], beside an inflated target of ₹6 [f2].", "goal.g1.projected",
        "goal.g1.target_future"
      ).isEmpty)
    #expect(faults("An inflated target of ₹5 [f1] stands.", "goal.g1.target_today").count == 1)
    #expect(faults("A real return of 11% [f1] is assumed.", "goal.g1.assumed_return").count == 1)
    #expect(faults("An assumed 11% [f1] a year.", "goal.g1.assumed_return").isEmpty)
  }

  @Test func aProbabilityIsCalledOne() {
    #expect(faults("The goal is 72% [f1] sure.", "goal.g1.probability").count == 1)
    #expect(faults("The chance is 72% [f1].", "goal.g1.probability").isEmpty)
    #expect(faults("In 72% [f1] of the simulated courses it is met.", "goal.g1.probability").isEmpty)
    #expect(faults("इसकी संभावना 72% [f1] है।", "goal.g1.probability").isEmpty)
    #expect(faults("लक्ष्य 72% [f1] पूरा है।", "goal.g1.probability").count == 1)
  }

  @Test(arguments: [
    ("₹5 [f1] + ₹6 [f2]", true), ("₹5 [f1] plus ₹6 [f2]", true), ("12% [f1] of ₹50,000 [f2]", true),
    ("₹500 × 12", true), ("₹5 lakh = ₹6 lakh", true), ("₹500 multiplied by 12", true),
    ("₹5 लाख [f1] का 12% [f2]", true),
    ("₹5 [f1] गुणा 12", true), ("12% [f1] of the target of ₹5 [f2]", false), ("₹5 [f1] and ₹6 [f2]", false),
    ("₹5 to ₹6", false), ("* ₹5 [f1]\n* ₹6 [f2]", false), ("two times a year", false),
    ("a surplus of ₹5 [f1]", false),
  ])
  func sums(body: String, isFound: Bool) {
    #expect(ProseArithmetic.operators(in: ProseText(body)).isEmpty != isFound, "\(body)")
  }
}

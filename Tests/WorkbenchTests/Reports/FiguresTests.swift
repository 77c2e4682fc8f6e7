import Testing

@testable import Workbench

@Suite("Figures") struct FiguresTests {
  @Test(
    "durations change unit with their size",
    arguments: [
      (0.0, "0 ms"), (0.84, "840 µs"), (0.9996, "1.00 ms"), (1.234, "1.23 ms"), (12.34, "12.3 ms"),
      (412.4, "412 ms"),
      (999.6, "1.00 s"), (4900, "4.90 s"), (200_000, "3 min 20 s"),
    ])
  func duration(milliseconds: Double, text: String) {
    #expect(Figures.duration(milliseconds: milliseconds) == text)
  }

  @Test("what is no duration is a dash", arguments: [Double.nan, .infinity, -1, -.infinity])
  func noDuration(milliseconds: Double) {
    #expect(Figures.duration(milliseconds: milliseconds) == "–")
    #expect(Figures.duration(milliseconds: nil) == "–")
  }

  @Test(
    "any finite duration is written without trapping",
    arguments: [1e12, 1e18, 1e300, .greatestFiniteMagnitude])
  func hugeDuration(milliseconds: Double) {
    #expect(Figures.duration(milliseconds: milliseconds).hasSuffix(" s"))
  }

  @Test(
    "counts are grouped by thousands",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1234, "−1,234"),
      (Int.min, "−9,223,372,036,854,775,808"),
    ])
  func count(value: Int, text: String) {
    #expect(Figures.count(value) == text)
  }

  @Test(
    "dollars keep the decimals a small sum needs",
    arguments: [
      (Int64(0), "$0.0000"), (12, "$0.000012"), (4100, "$0.0041"), (12_300_000, "$12.30"),
      (-2_000_000, "−$2.00"),
    ])
  func dollars(micros: Int64, text: String) {
    #expect(Figures.dollars(micros: micros) == text)
  }

  @Test(
    "fixed rounds half away from zero",
    arguments: [
      (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (0.0, 3, "0.000"), (-0.001, 2, "0.00"), (7.0, 0, "7"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(Figures.fixed(value, decimals: decimals) == text)
  }

  @Test("percent drops an empty decimal")
  func percent() {
    #expect(Figures.percent(1) == "100%")
    #expect(Figures.percent(0.8453) == "84.5%")
    #expect(Figures.percent(nil) == "–")
  }
}

import JSONKit
import Testing

@testable import CoachCore

/// The field screen against public attacks, their benign twins and every scheme name of two AMFI files.
struct InjectionConformanceTests {
  private static let corpus = "injection/cases.json"
  private static let snapshots = [
    "nav/amfi_snapshots/NAVAll_2025-05-16.txt.gz", "nav/amfi_snapshots/NAVAll_2017-04-13_8col.txt.gz",
  ]

  @Test(.enabled(if: ReferenceFolder.holds(corpus)))
  func attacksAreFlaggedAndTwinsAreNot() throws {
    let cases = try ReferenceFolder.json(Self.corpus)["cases"]?.array ?? []
    print("injection: \(cases.count) cases")
    let screen = FieldScreen()
    var tally = DetectionTally()
    for vector in cases {
      let text = try #require(vector["text"]?.string)
      let kind = String((vector["kind"]?.string ?? "").prefix { $0 != "/" })
      let verdict = screen.verdict(on: text)
      switch vector["label"]?.string {
      case "injection":
        tally.expect(kind, found: !verdict.isClean)
        if verdict.isClean { print("injection/missed: \(text.prefix(160))") }
      case "benign":
        tally.expectNothing("benign twins", found: !verdict.isClean)
        if !verdict.isClean { print("injection/false alarm: \(verdict.threats) \(text)") }
      default: tally.expect("harmless by itself", found: !verdict.isClean)
      }
    }
    tally.printed("injection")
    let attacks = tally.kinds.filter { $0 != "benign twins" && $0 != "harmless by itself" }
    let (hit, missed) = attacks.reduce((0, 0)) {
      ($0.0 + (tally.hits[$1] ?? 0), $0.1 + (tally.misses[$1] ?? 0))
    }
    print("injection/all attacks: recall \(hit)/\(hit + missed)")
    #expect(hit * 100 >= (hit + missed) * 85)
    #expect((tally.falseAlarms["benign twins"] ?? 0) * 20 <= cases.count)
  }

  @Test(.enabled(if: snapshots.allSatisfy(ReferenceFolder.holds)), arguments: snapshots)
  func noSchemeNameIsFlagged(path: String) throws {
    let screen = FieldScreen()
    var names = 0
    for line in try ReferenceFolder.lines(ofCompressed: path) {
      let columns = line.split(separator: ";", omittingEmptySubsequences: false)
      guard columns.count >= 6, Int(columns[0]) != nil else { continue }
      let name = String(columns[3])
      names += 1
      let verdict = screen.verdict(on: name)
      #expect(verdict.isClean, "\(verdict.threats): \(name)")
      #expect(!verdict.line.isEmpty)
    }
    print("\(path): \(names) names")
    #expect(names > 13_000)
  }
}

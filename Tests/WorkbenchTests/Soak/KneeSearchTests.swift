import Testing

@testable import Workbench

@Suite("The search for the knee")
struct KneeSearchTests {
  /// Searches a service that bears up to a number of sessions; stops what does not end.
  private func search(_ threshold: Int, from first: Int, most: Int) -> (KneeSearch, tried: [Int]) {
    var search = KneeSearch(from: first, most: most)
    var tried: [Int] = []
    while case .hold(let sessions) = search.next, tried.count < 100 {
      tried.append(sessions)
      search.record(isHeld: sessions <= threshold)
    }
    return (search, tried)
  }

  @Test(
    "for any service and any beginning it ends, brackets what the service bears, and tries no number twice")
  func exhaustive() {
    for first in 1...40 {
      for most in [first, first + 1, first * 2 - 1, first * 2, first * 3, first * 5 + 1, 130]
      where most >= first {
        for threshold in 0...(most + 1) {
          let (search, tried) = search(threshold, from: first, most: most)
          guard search.next == .done, tried.count <= 12, Set(tried).count == tried.count,
            tried.first == first, tried.allSatisfy({ (first...most).contains($0) })
          else {
            Issue.record("\(threshold) from \(first) to \(most): \(tried)")
            return
          }
          if threshold < first {
            #expect(search.held == nil && search.broke == first && tried == [first])
          } else if threshold >= most {
            #expect(search.held == most && search.broke == nil)
          } else if let held = search.held, let broke = search.broke {
            #expect(held <= threshold && threshold < broke)
            #expect((broke - held) * 10 <= held || broke - held == 1)
          } else {
            Issue.record("nothing brackets \(threshold) from \(first) to \(most)")
          }
        }
      }
    }
  }

  @Test("it doubles, then halves")
  func steps() {
    #expect(search(850, from: 100, most: 6_400).tried == [100, 200, 400, 800, 1600, 1200, 1000, 900, 850])
    #expect(search(9_999, from: 100, most: 500).tried == [100, 200, 400, 500])
    #expect(search(450, from: 100, most: 500).tried == [100, 200, 400, 500, 450, 475])
  }

  @Test("a service that holds once and breaks the next time still comes to an end")
  func unsteady() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      var search = KneeSearch(from: Int.random(in: 1...200, using: &random), most: 100_000)
      var tried: [Int] = []
      while case .hold(let sessions) = search.next, tried.count < 100 {
        tried.append(sessions)
        search.record(isHeld: Bool.random(using: &random))
      }
      #expect(search.next == .done && Set(tried).count == tried.count)
      let before = search
      search.record(isHeld: true)
      #expect(search == before)
    }
    #expect(KneeSearch(from: -5, most: .min).next == .hold(sessions: 1))
    var wide = KneeSearch(from: .max, most: .max)
    wide.record(isHeld: true)
    #expect(wide.next == .done)
  }
}

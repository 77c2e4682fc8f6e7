extension JUnitDocument {
  /// The document with as many cases as fit, and a closing suite that says how many were left out.
  ///
  /// Suites that hold gates come first, then what failed, then the rest; within each, the order of the document. So a
  /// file that is too large loses passing cases before it loses a failure.
  ///
  /// - Parameters:
  ///   - limit: the largest sum of sizes.
  ///   - size: the size of a case as written, in bytes.
  func cut(toBytes limit: Int, size: (Case) -> Int) -> JUnitDocument {
    var places: [(suite: Int, index: Int, rank: Int)] = []
    for (suite, contents) in suites.enumerated() {
      for (index, testCase) in contents.cases.enumerated() {
        places.append((suite, index, contents.name == Self.gatesName ? 0 : Self.rank(testCase)))
      }
    }
    var kept = suites.map { Set<Int>(minimumCapacity: $0.cases.count) }
    var room = limit
    for rank in 0...2 {
      for place in places where place.rank == rank {
        let need = size(suites[place.suite].cases[place.index])
        guard need <= room else { continue }
        room -= need
        kept[place.suite].insert(place.index)
      }
    }
    let total = kept.reduce(0) { $0 + $1.count }
    guard total < places.count else { return self }
    var result = self
    for suite in suites.indices {
      result.suites[suite].cases = suites[suite].cases.indices.filter(kept[suite].contains)
        .map { suites[suite].cases[$0] }
    }
    result.suites.removeAll(where: \.cases.isEmpty)
    result.suites.append(Self.note(leftOut: places.count - total))
    return result
  }

  private static func rank(_ testCase: Case) -> Int {
    switch testCase.outcome {
    case .failed, .error: 1
    case .passed, .skipped: 2
    }
  }

  private static func note(leftOut: Int) -> Suite {
    let message = "\(leftOut) cases truncated to keep this file readable; results.jsonl holds them all"
    return Suite(
      name: "truncated", cases: [Case(classname: "workbench", name: "truncated", outcome: .skipped(message))])
  }
}

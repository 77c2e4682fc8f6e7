import Scoring

/// What the reports are made of: all of it can be read back from a run's folder, so a report can be made again.
struct ReportInput {
  /// How much detail to load; what is left out is stated in the report.
  struct Limits {
    /// Failing cells shown with their record.
    var failing = 50
    /// Passing cells whose artifacts are shown as a person would get them.
    var samples = 5

    /// The usual limits: a page of at most 5 MB.
    init(failing: Int = 50, samples: Int = 5) {
      self.failing = failing
      self.samples = samples
    }
  }

  /// The run's summary.
  let summary: RunSummary
  /// Every cell, in the order of the results.
  let cells: [Cell]
  /// The failing cells shown in full, one trial each.
  let details: [CaseDetail]
  /// The passing cells whose artifacts are shown.
  let samples: [CaseDetail]
  /// What a reader must know of the files, for example that a line was torn.
  let notes: [String]

  /// Puts together what is known.
  init(
    summary: RunSummary, cells: [Cell], details: [CaseDetail], samples: [CaseDetail], notes: [String] = []
  ) {
    self.summary = summary
    self.cells = cells
    self.details = details
    self.samples = samples
    self.notes = notes
  }

  /// Reads a run's folder: the summary, every row, and the records of the first failing and of some passing cells.
  ///
  /// - Throws: `ReportError` when `summary.json` or `results.jsonl` cannot be read. An unreadable record becomes the
  ///   fault of its `CaseDetail`.
  init(folder: RunFolder, limits: Limits = Limits()) throws(ReportError) {
    let summary = try folder.summary()
    let results = try folder.results()
    let cells = Self.inOrderOfSuites(Cell.group(results.rows), summary.suites)
    let failing = cells.filter(\.isFailing).prefix(limits.failing).map(\.shown)
    let passing = cells.filter { $0.status == .passed && $0.shown.record != nil }
    self.init(
      summary: summary, cells: cells, details: folder.details(of: failing),
      samples: folder.details(of: Self.varied(passing, at: limits.samples).map(\.shown)),
      notes: Self.notes(summary, tornLine: results.tornLine))
  }

  /// At most so many cells, in their order: one after the other the first that adds most tags to those chosen.
  static func varied(_ cells: [Cell], at most: Int) -> [Cell] {
    var chosen: [Int] = []
    var tags: Set<String> = []
    while chosen.count < min(most, cells.count) {
      var best: (index: Int, added: Int)?
      for index in cells.indices where !chosen.contains(index) {
        let added = Set(cells[index].shown.tags).subtracting(tags).count
        if added > best?.added ?? -1 { best = (index, added) }
      }
      guard let best else { break }
      chosen.append(best.index)
      tags.formUnion(cells[best.index].shown.tags)
    }
    return chosen.sorted().map { cells[$0] }
  }

  private static func notes(_ summary: RunSummary, tornLine: Int?) -> [String] {
    [
      summary.notRun.map { "The run was stopped: \(Figures.count($0)) of its runs were not made." },
      summary.recordsLeftOut.map {
        "The records of \(Figures.count($0)) passing runs were not kept (--keep-records); their rows are."
      },
      tornLine.map {
        "Line \($0) of results.jsonl was cut off while it was written; that case is missing here."
      },
    ].compactMap(\.self)
  }

  /// Cells in the order their suites were named and their cases written, since rows stand in the order they finished.
  private static func inOrderOfSuites(_ cells: [Cell], _ suites: [String]) -> [Cell] {
    func place(_ cell: Cell) -> (Int, Int) {
      (suites.firstIndex(of: cell.shown.file) ?? suites.count, cell.shown.line)
    }
    return cells.enumerated().sorted { left, right in
      let (first, second) = (place(left.element), place(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}

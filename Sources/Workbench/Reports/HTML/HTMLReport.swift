import Mustache

/// The report a person reads: one HTML file that needs no script, no network and no other file.
struct HTMLReport {
  /// What the templates read.
  private struct Page {
    let pageTitle: String
    let overview: OverviewView
    let table: CaseTableView
    let latency: LatencyView
    let details: [CaseView]
    let detailsLeftOut: String
    let samples: [CaseView]
  }

  private let library: MustacheLibrary

  /// Parses the built-in templates.
  ///
  /// - Throws: `ReportError` with code `invalid_template`.
  init() throws(ReportError) {
    self.library = try ReportTemplates.library()
  }

  /// The page as text.
  ///
  /// - Throws: `ReportError` with code `invalid_template` when the page's template is missing.
  func render(_ input: ReportInput) throws(ReportError) -> String {
    let details = input.details.enumerated().map { CaseView($1, anchor: "case-\($0 + 1)") }
    let samples = input.samples.enumerated().map { CaseView($1, anchor: "sample-\($0 + 1)") }
    let failing = input.cells.count { $0.isFailing }
    let page = Page(
      pageTitle: "\(VerdictView(input.summary).word): \(input.summary.run)",
      overview: OverviewView(input),
      table: CaseTableView(input, anchors: details.map(\.anchor)),
      latency: LatencyView(input.summary), details: details,
      detailsLeftOut: failing > details.count
        ? "\(Figures.count(failing - details.count)) more failing cases are listed above without detail."
        : "",
      samples: samples)
    guard let html = library.render(page, withTemplate: "report") else {
      throw ReportError(.invalidTemplate, "the page's template is missing; rebuild the workbench")
    }
    return html
  }

  /// Writes the page to a file, whole or not at all.
  ///
  /// - Throws: `ReportError` with code `invalid_template` or `unwritable_file`.
  func write(_ input: ReportInput, to path: String) throws(ReportError) {
    try AtomicFile.write(try render(input), to: path)
  }
}

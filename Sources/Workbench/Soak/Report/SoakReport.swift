import Mustache

/// The page a person reads of a soak: one HTML file that needs no script, no network and no other file.
struct SoakReport {
  private let library: MustacheLibrary

  /// Parses the built-in templates.
  ///
  /// - Throws: `ReportError` with code `invalid_template`.
  init() throws(ReportError) {
    library = try ReportTemplates.library()
  }

  /// The page as text.
  ///
  /// - Throws: `ReportError` with code `invalid_template` when the page's template is missing.
  func render(_ summary: SoakSummary, rows: [SoakRow]) throws(ReportError) -> String {
    guard let html = library.render(SoakPage(summary, rows: rows), withTemplate: "soak") else {
      throw ReportError(.invalidTemplate, "the page's template is missing; rebuild the workbench")
    }
    return html
  }

  /// Writes the page to a file, whole or not at all.
  ///
  /// - Throws: `ReportError` with code `invalid_template` or `unwritable_file`.
  func write(_ summary: SoakSummary, rows: [SoakRow], to path: String) throws(ReportError) {
    try AtomicFile.write(try render(summary, rows: rows), to: path)
  }
}

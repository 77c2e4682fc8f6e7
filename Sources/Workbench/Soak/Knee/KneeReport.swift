import JSONKit
import Mustache

/// The files of a search for the knee beside the reports of its rungs.
struct KneeReport {
  let junitProfile: JUnitProfile

  /// Writes `knee.json`, `junit.xml` and `report.html`.
  ///
  /// - Throws: `ReportError` when one could not be written.
  func write(_ knee: SoakKnee, to folder: OutputFolder) throws {
    try AtomicFile.write(
      try JSONValueEncoder().encode(knee).pretty() + "\n", to: folder.file("knee.json"))
    try JUnitReport(profile: junitProfile).write(JUnitDocument(knee), to: folder.file("junit.xml"))
    try AtomicFile.write(try Self.render(knee), to: folder.file("report.html"))
  }

  /// The page as text.
  ///
  /// - Throws: `ReportError` with code `invalid_template`.
  static func render(_ knee: SoakKnee) throws(ReportError) -> String {
    guard let html = try ReportTemplates.library().render(KneePage(knee), withTemplate: "knee") else {
      throw ReportError(.invalidTemplate, "the page's template is missing; rebuild the workbench")
    }
    return html
  }
}

import Mustache

/// The report's templates, compiled into the binary.
enum ReportTemplates {
  /// Name and source of every template; the folder `Templates` holds them.
  private static var sources: [(name: String, bytes: [UInt8])] {
    [
      ("report", PackageResources.report_mustache),
      ("style", PackageResources.style_mustache),
      ("overview", PackageResources.overview_mustache),
      ("cases", PackageResources.cases_mustache),
      ("latency", PackageResources.latency_mustache),
      ("case", PackageResources.case_mustache),
      ("recommendation", PackageResources.recommendation_mustache),
      ("insight", PackageResources.insight_mustache),
      ("prose", PackageResources.prose_mustache),
      ("figure", PackageResources.figure_mustache),
      ("legal", PackageResources.legal_mustache),
      ("timeline", PackageResources.timeline_mustache),
      ("soak", PackageResources.soak_mustache),
      ("curve", PackageResources.curve_mustache),
      ("knee", PackageResources.knee_mustache),
    ]
  }

  /// Parses the templates into a library.
  ///
  /// - Throws: `ReportError` with code `invalid_template`, naming the template.
  static func library() throws(ReportError) -> MustacheLibrary {
    MustacheContentTypes.register(StrictHTML(), named: StrictHTML.name)
    var templates: [String: MustacheTemplate] = [:]
    for source in sources {
      do {
        templates[source.name] = try MustacheTemplate(string: String(decoding: source.bytes, as: UTF8.self))
      } catch {
        throw ReportError(
          .invalidTemplate, "the built-in template cannot be parsed; rebuild the workbench",
          file: "\(source.name).mustache", cause: "\(error)")
      }
    }
    return MustacheLibrary(templates: templates)
  }
}

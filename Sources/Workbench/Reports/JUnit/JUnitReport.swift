/// Writes a `JUnitDocument` as XML that every common CI system reads alike.
///
/// Bounds keep readers alive: messages of 512 bytes, bodies of 8 KiB, outputs of 4 KiB, files of 25 MB.
struct JUnitReport {
  /// The largest `message` attribute or name, in bytes.
  static let messageLimit = 512
  /// The largest body of a failure, in bytes.
  static let bodyLimit = 8 * 1024
  /// The largest `system-out`, in bytes.
  static let outputLimit = 4 * 1024

  /// The dialect.
  let profile: JUnitProfile
  /// The largest file, in bytes.
  var fileLimit = 25_000_000

  /// The document as UTF-8 bytes; over `fileLimit`, without as many cases as needed (see `JUnitDocument.cut`).
  ///
  /// - Throws: `XMLWriterError` when memory is short.
  func bytes(of document: JUnitDocument) throws(XMLWriterError) -> [UInt8] {
    let whole = try write(document)
    guard whole.count > fileLimit else { return whole }
    var sizes: [JUnitDocument.Case: Int] = [:]
    for testCase in document.suites.flatMap(\.cases) where sizes[testCase] == nil {
      let writer = try XMLWriter()
      try self.testCase(testCase, writer)
      sizes[testCase] = try writer.finish().count
    }
    // Suites, their properties and the closing note stay; a tenth is far more than they need.
    return try write(document.cut(toBytes: fileLimit / 10 * 9) { sizes[$0] ?? 0 })
  }

  /// Writes the document to a file, whole or not at all.
  ///
  /// - Throws: `ReportError` with code `invalid_markup` or `unwritable_file`.
  func write(_ document: JUnitDocument, to path: String) throws(ReportError) {
    let bytes: [UInt8]
    do {
      bytes = try self.bytes(of: document)
    } catch {
      throw ReportError(.invalidMarkup, "cannot write the JUnit report", file: path, cause: "\(error)")
    }
    try AtomicFile.write(bytes, to: path)
  }

  private func write(_ document: JUnitDocument) throws(XMLWriterError) -> [UInt8] {
    let totals = JUnitDocument.Totals(document.suites.lazy.flatMap(\.cases))
    var attributes = [("name", document.name)] + Self.attributes(of: totals)
    if profile == .common { attributes.append(("skipped", "\(totals.skipped)")) }
    let writer = try XMLWriter()
    try writer.element("testsuites", attributes) { writer throws(XMLWriterError) in
      for (index, suite) in document.suites.enumerated() {
        try self.suite(suite, index: index, of: document, writer)
      }
    }
    return try writer.finish()
  }

  private func suite(
    _ suite: JUnitDocument.Suite, index: Int, of document: JUnitDocument, _ writer: borrowing XMLWriter
  ) throws(XMLWriterError) {
    let totals = JUnitDocument.Totals(suite.cases)
    var attributes: [XMLWriter.Attribute] = [
      ("name", Self.line(suite.name)), ("id", "\(index)"), ("package", ""),
      ("hostname", Self.line(document.host)),
    ]
    if let timestamp = document.timestamp { attributes.append(("timestamp", timestamp)) }
    attributes += Self.attributes(of: totals) + [("skipped", "\(totals.skipped)")]
    try writer.element("testsuite", attributes) { writer throws(XMLWriterError) in
      try properties(suite.properties, writer)
      for testCase in suite.cases { try self.testCase(testCase, writer) }
    }
  }

  private func testCase(
    _ testCase: JUnitDocument.Case, _ writer: borrowing XMLWriter
  ) throws(XMLWriterError) {
    var attributes: [XMLWriter.Attribute] = [
      ("classname", testCase.classname), ("name", testCase.name),
      ("time", Self.seconds(testCase.milliseconds)),
    ]
    if profile == .common {
      if let file = testCase.file { attributes.append(("file", file)) }
      if let line = testCase.line { attributes.append(("line", "\(line)")) }
      if let assertions = testCase.assertions { attributes.append(("assertions", "\(assertions)")) }
    }
    try writer.element("testcase", attributes) { writer throws(XMLWriterError) in
      if profile == .common { try properties(testCase.properties, writer) }
      try outcome(testCase.outcome, writer)
      guard !testCase.output.isEmpty else { return }
      let output = XMLText.capped(XMLText.legal(testCase.output), bytes: Self.outputLimit)
      try writer.element("system-out") { writer throws(XMLWriterError) in try writer.text(output) }
    }
  }

  private func outcome(
    _ outcome: JUnitDocument.Outcome, _ writer: borrowing XMLWriter
  ) throws(XMLWriterError) {
    switch outcome {
    case .passed: break
    case .failed(let problem): try self.problem("failure", problem, writer)
    case .error(let problem): try self.problem("error", problem, writer)
    case .skipped(let message): try writer.element("skipped", [("message", Self.line(message))])
    }
  }

  private func problem(
    _ element: String, _ problem: JUnitDocument.Problem, _ writer: borrowing XMLWriter
  ) throws(XMLWriterError) {
    let body = XMLText.capped(XMLText.legal(problem.body), bytes: Self.bodyLimit)
    try writer.element(element, [("type", Self.line(problem.type)), ("message", Self.line(problem.message))])
    {
      writer throws(XMLWriterError) in try writer.text(body)
    }
  }

  private func properties(
    _ properties: [JUnitDocument.Property], _ writer: borrowing XMLWriter
  ) throws(XMLWriterError) {
    guard !properties.isEmpty else { return }
    try writer.element("properties") { writer throws(XMLWriterError) in
      for property in properties {
        try writer.element(
          "property", [("name", Self.line(property.name)), ("value", Self.line(property.value))])
      }
    }
  }

  private static func attributes(of totals: JUnitDocument.Totals) -> [XMLWriter.Attribute] {
    [
      ("tests", "\(totals.tests)"), ("failures", "\(totals.failures)"), ("errors", "\(totals.errors)"),
      ("time", seconds(totals.milliseconds)),
    ]
  }

  /// Legal first and capped second: stripping escapes makes text shorter, replacing a control makes it longer.
  static func line(_ text: String) -> String {
    XMLText.capped(XMLText.legal(text), bytes: messageLimit)
  }

  /// Whole milliseconds as seconds with three decimals: a dot, no exponent, no locale.
  static func seconds(_ milliseconds: Int) -> String {
    let value = max(0, milliseconds)
    let decimals = String(1000 + value % 1000).dropFirst()
    return "\(value / 1000).\(decimals)"
  }
}

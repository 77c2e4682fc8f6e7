import CLibXML

/// An XSD loaded by libxml2.
final class XMLSchemaJudge {
  private let schema: xmlSchemaPtr

  init?(path: String) {
    guard let parser = xmlSchemaNewParserCtxt(path) else { return nil }
    defer { xmlSchemaFreeParserCtxt(parser) }
    xmlSchemaSetParserStructuredErrors(parser, { _, _ in }, nil)
    guard let schema = xmlSchemaParse(parser) else { return nil }
    self.schema = schema
  }

  deinit {
    xmlSchemaFree(schema)
  }

  /// What the schema objects to; empty for a valid document.
  func objections(to xml: ParsedXML) -> [String] {
    final class Findings { var messages: [String] = [] }
    guard let context = xmlSchemaNewValidCtxt(schema) else { return ["no validation context"] }
    defer { xmlSchemaFreeValidCtxt(context) }
    let findings = Findings()
    return withExtendedLifetime(findings) {
      xmlSchemaSetValidStructuredErrors(
        context,
        { data, error in
          guard let data, let message = error?.pointee.message else { return }
          Unmanaged<Findings>.fromOpaque(data).takeUnretainedValue().messages.append(String(cString: message))
        }, Unmanaged.passUnretained(findings).toOpaque())
      let status = xmlSchemaValidateDoc(context, xml.document)
      return status == 0 || !findings.messages.isEmpty ? findings.messages : ["status \(status)"]
    }
  }
}

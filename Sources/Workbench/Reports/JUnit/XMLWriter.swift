import CLibXML

/// Writes one XML document into memory through libxml2's `xmlTextWriter`.
///
/// Text and attribute values pass through `XMLText.legal` first, so that a document made here is well-formed whatever
/// the coach said. Elements nest by closures and cannot be left open.
///
/// ```swift
/// let writer = try XMLWriter()
/// try writer.element("failure", [("type", "golden")]) { writer throws(XMLWriterError) in try writer.text("a < b") }
/// String(decoding: try writer.finish(), as: UTF8.self)
/// // <?xml version="1.0" encoding="UTF-8"?>
/// // <failure type="golden">a &lt; b</failure>
/// ```
struct XMLWriter: ~Copyable {
  /// The name and value of an attribute.
  typealias Attribute = (name: String, value: String)

  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// Opens a document and writes its declaration.
  ///
  /// - Throws: `XMLWriterError` when memory is short.
  init() throws(XMLWriterError) {
    (buffer, writer) = try Self.open()
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Writes an element, its attributes in the order given, then its content.
  ///
  /// - Throws: `XMLWriterError`, also what `content` throws.
  func element(
    _ name: String, _ attributes: [Attribute] = [],
    content: (borrowing XMLWriter) throws(XMLWriterError) -> Void = { _ in }
  ) throws(XMLWriterError) {
    guard xmlTextWriterStartElement(writer, name) >= 0 else {
      throw XMLWriterError(operation: .startElement, name: name)
    }
    for attribute in attributes {
      let value = XMLText.legal(attribute.value)
      guard xmlTextWriterWriteAttribute(writer, attribute.name, value) >= 0 else {
        throw XMLWriterError(operation: .writeAttribute, name: attribute.name)
      }
    }
    try content(self)
    guard xmlTextWriterEndElement(writer) >= 0 else {
      throw XMLWriterError(operation: .endElement, name: name)
    }
  }

  /// Writes character data, escaped.
  ///
  /// - Throws: `XMLWriterError` when memory is short.
  func text(_ text: String) throws(XMLWriterError) {
    guard xmlTextWriterWriteString(writer, XMLText.legal(text)) >= 0 else {
      throw XMLWriterError(operation: .writeText, name: "")
    }
  }

  /// Closes the document and returns its UTF-8 bytes.
  ///
  /// - Throws: `XMLWriterError` when memory is short.
  consuming func finish() throws(XMLWriterError) -> [UInt8] {
    guard xmlTextWriterEndDocument(writer) >= 0, xmlTextWriterFlush(writer) >= 0,
      let content = xmlBufferContent(buffer)
    else { throw XMLWriterError(operation: .endDocument, name: "") }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }

  private static func open() throws(XMLWriterError) -> (xmlBufferPtr, xmlTextWriterPtr) {
    guard let buffer = xmlBufferCreate() else { throw XMLWriterError(operation: .createBuffer, name: "") }
    // The default grows by the exact need, which copies the whole document at every write.
    xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw XMLWriterError(operation: .createWriter, name: "")
    }
    xmlTextWriterSetIndent(writer, 1)
    guard xmlTextWriterStartDocument(writer, nil, "UTF-8", nil) >= 0 else {
      xmlFreeTextWriter(writer)
      xmlBufferFree(buffer)
      throw XMLWriterError(operation: .startDocument, name: "")
    }
    return (buffer, writer)
  }
}

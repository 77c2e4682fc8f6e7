/// Why libxml2 refused to write.
struct XMLWriterError: Error, Hashable, CustomStringConvertible {
  /// What was being done when it refused.
  enum Operation: String, Sendable {
    case createBuffer = "create a buffer"
    case createWriter = "create a writer"
    case startDocument = "start the document"
    case startElement = "start the element"
    case writeAttribute = "write the attribute"
    case writeText = "write text"
    case endElement = "end the element"
    case endDocument = "end the document"
  }

  /// What was being done.
  let operation: Operation
  /// The element or attribute concerned, empty where there is none.
  let name: String

  /// One line for a log.
  var description: String {
    "libxml2 could not \(operation.rawValue)\(name.isEmpty ? "" : " \(name)"); memory may be short"
  }
}

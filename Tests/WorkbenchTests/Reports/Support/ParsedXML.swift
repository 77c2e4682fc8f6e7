import CLibXML

/// An XML document read by libxml2, the judge of what our writer wrote.
final class ParsedXML {
  /// An element with its attributes and children; keeps the document it belongs to.
  struct Element {
    let node: xmlNodePtr
    let owner: ParsedXML

    var name: String { String(cString: node.pointee.name) }

    subscript(attribute: String) -> String? {
      guard let found = xmlHasProp(node, attribute) else { return nil }
      return Self.content(UnsafeMutableRawPointer(found).assumingMemoryBound(to: xmlNode.self))
    }

    var text: String { Self.content(node) }

    /// Goes through a buffer: what libxml2 allocates itself must be freed by `xmlFree`, a mutable global to Swift.
    private static func content(_ node: xmlNodePtr) -> String {
      guard let buffer = xmlBufferCreate() else { return "" }
      defer { xmlBufferFree(buffer) }
      guard xmlNodeBufGetContent(buffer, node) == 0, let content = xmlBufferContent(buffer) else { return "" }
      return String(cString: content)
    }

    var children: [Element] {
      var children: [Element] = []
      var next = xmlFirstElementChild(node)
      while let child = next {
        children.append(Element(node: child, owner: owner))
        next = xmlNextElementSibling(child)
      }
      return children
    }

    /// The element and all below it, in document order.
    var all: [Element] { [self] + children.flatMap(\.all) }

    var attributeNames: [String] {
      var names: [String] = []
      var next = node.pointee.properties
      while let attribute = next {
        names.append(String(cString: attribute.pointee.name))
        next = attribute.pointee.next
      }
      return names
    }
  }

  let document: xmlDocPtr

  /// Parses strictly; nil for what is not well-formed.
  init?(_ bytes: [UInt8]) {
    // No network, no console noise, and room for the 25 MB a report may have.
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil,
        options | Int32(XML_PARSE_HUGE.rawValue))
    }
    guard let parsed else { return nil }
    self.document = parsed
  }

  deinit {
    xmlFreeDoc(document)
  }

  var root: Element? { xmlDocGetRootElement(document).map { Element(node: $0, owner: self) } }
}

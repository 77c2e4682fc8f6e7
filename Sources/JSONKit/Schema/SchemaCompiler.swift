/// Turns a schema document into nodes that refer to each other by index.
struct SchemaCompiler {
  /// The dialect this module implements.
  private static let dialect = "https://json-schema.org/draft/2020-12/schema"
  /// How many schemas may apply one another to the same value.
  private static let longestChain = 256

  /// Nil while a place is referred to but not yet compiled.
  private var nodes: [SchemaNode?] = []
  private var indices: [JSONPointer: Int] = [:]
  private var references: [(target: Int, keyword: JSONPointer, text: String)] = []

  /// Compiles a whole document; the root is the first of its nodes.
  mutating func compile(document: JSONValue) throws(JSONSchemaError) -> [SchemaNode] {
    _ = try compile(document, at: .root)
    for reference in references where nodes[reference.target] == nil {
      throw JSONSchemaError(
        code: .unresolvedReference, pointer: reference.keyword,
        what: "The reference \(reference.text) leads to no schema of this document")
    }
    let compiled = nodes.compactMap { $0 }
    try refuseEndlessReferences(in: compiled)
    return compiled
  }

  /// The index of the schema at a place, compiled or still to come.
  private mutating func index(at pointer: JSONPointer) -> Int {
    if let index = indices[pointer] { return index }
    indices[pointer] = nodes.count
    nodes.append(nil)
    return nodes.count - 1
  }

  /// Compiles a schema and all inside it.
  ///
  /// - Returns: Its index among the nodes.
  mutating func compile(_ schema: JSONValue, at pointer: JSONPointer) throws(JSONSchemaError) -> Int {
    let index = index(at: pointer)
    var node = SchemaNode(pointer: pointer)
    switch schema {
    case .bool(true): break
    case .bool(false): node.rules = [SchemaRule(keyword: "false", pointer: pointer, action: .refuse)]
    case .object(let members):
      for (keyword, value) in members {
        let source = SchemaKeyword(name: keyword, value: value, pointer: pointer.appending(keyword))
        if let action = try compile(source, siblings: members) {
          node.rules.append(SchemaRule(keyword: keyword, pointer: source.pointer, action: action))
        }
      }
    default:
      throw JSONSchemaError(
        code: .invalidKeyword, pointer: pointer, what: "A schema must be an object or a boolean")
    }
    nodes[index] = node
    return index
  }

  /// Compiles a keyword; nil for one that is no rule.
  private mutating func compile(
    _ keyword: SchemaKeyword, siblings: JSONObject
  ) throws(JSONSchemaError) -> SchemaRule.Action? {
    if let assertion = try keyword.assertion() { return .assert(assertion) }
    if let applicator = try applicator(of: keyword, siblings: siblings) { return .apply(applicator) }
    switch keyword.name {
    case "$comment", "title", "description":
      _ = try keyword.string()
    case "$schema":
      guard try keyword.string() == Self.dialect else {
        throw keyword.unsupported("Only the dialect \(Self.dialect) is supported")
      }
    case "$id":
      _ = try keyword.string()
      guard keyword.pointer.tokens.count == 1 else {
        throw keyword.unsupported("A schema resource inside another is not supported")
      }
    case "then", "else":
      // Its `if` compiles it; one that stands alone says nothing, but must be a schema all the same.
      if siblings["if"] == nil { _ = try compile(keyword.value, at: keyword.pointer) }
    case "$defs":
      _ = try compileMembers(of: keyword)
    default:
      throw keyword.unsupported("The keyword “\(keyword.name)” is not supported")
    }
    return nil
  }

  /// The index a reference leads to; whether there is a schema shows once the document is compiled.
  mutating func reference(_ keyword: SchemaKeyword) throws(JSONSchemaError) -> Int {
    let text = try keyword.string()
    guard let pointer = try? JSONPointer(fragment: text) else {
      throw keyword.unsupported("A reference must be “#” or “#” and a JSON Pointer, not \(text)")
    }
    let target = index(at: pointer)
    references.append((target: target, keyword: keyword.pointer, text: text))
    return target
  }

  /// Refuses schemas that would be applied to one value without end.
  private func refuseEndlessReferences(in nodes: [SchemaNode]) throws(JSONSchemaError) {
    var heights: [Int?] = Array(repeating: nil, count: nodes.count)
    for start in nodes.indices { _ = try height(of: start, in: nodes, chain: 0, known: &heights) }
  }

  /// How many schemas, one applying the next, follow from one for the same value.
  private func height(
    of index: Int, in nodes: [SchemaNode], chain: Int, known: inout [Int?]
  ) throws(JSONSchemaError) -> Int {
    if let height = known[index] { return height }
    var height = 0
    for rule in nodes[index].rules {
      guard case .apply(let applicator) = rule.action else { continue }
      for next in applicator.appliedInPlace {
        guard chain < Self.longestChain else { throw endlessReference(from: rule) }
        height = max(height, 1 + (try self.height(of: next, in: nodes, chain: chain + 1, known: &known)))
        guard height < Self.longestChain else { throw endlessReference(from: rule) }
      }
    }
    known[index] = height
    return height
  }

  private func endlessReference(from rule: SchemaRule) -> JSONSchemaError {
    JSONSchemaError(
      code: .endlessReference, pointer: rule.pointer,
      what: "The schema applies itself, or more than \(Self.longestChain) others in a row, to one value")
  }
}

/// A place in the value under construction.
///
/// A reference, because a container handed out for a place goes on writing there after its encoder is gone.
final class EncodingNode {
  private enum Content {
    case empty
    case value(JSONValue)
    case elements([EncodingNode])
    case members([(key: String, node: EncodingNode)])
    case conflict
  }

  let place: CodingPlace
  private var content = Content.empty

  init(_ place: CodingPlace) {
    self.place = place
  }

  var codingPath: [any CodingKey] { place.codingPath }

  /// How many elements have been written here.
  var elementCount: Int {
    if case .elements(let nodes) = content { nodes.count } else { 0 }
  }

  func setValue(_ value: JSONValue) {
    if case .empty = content { content = .value(value) } else { content = .conflict }
  }

  func becomeArray() {
    switch content {
    case .empty: content = .elements([])
    case .elements: break
    default: content = .conflict
    }
  }

  func becomeObject() {
    switch content {
    case .empty: content = .members([])
    case .members: break
    default: content = .conflict
    }
  }

  func appendElement() -> EncodingNode {
    let node = EncodingNode(.element(elementCount, of: place))
    if case .elements(var nodes) = content {
      content = .empty  // gives the array up, so that appending does not copy it
      nodes.append(node)
      content = .elements(nodes)
    }
    return node
  }

  func appendMember(_ key: any CodingKey) -> EncodingNode {
    let node = EncodingNode(.member(key, of: place))
    if case .members(var nodes) = content {
      content = .empty
      nodes.append((key: key.stringValue, node: node))
      content = .members(nodes)
    }
    return node
  }

  /// The finished value; of a name written twice the last one wins.
  func resolve() throws -> JSONValue {
    switch content {
    case .value(let value):
      return value
    case .elements(let nodes):
      return .array(try nodes.map { try $0.resolve() })
    case .members(let nodes):
      return .object(JSONObject(try nodes.map { (key: $0.key, value: try $0.node.resolve()) }))
    case .empty:
      throw JSONEncodingError(code: .noValue, codingPath: codingPath, what: "Nothing was encoded")
    case .conflict:
      throw JSONEncodingError(
        code: .conflictingContainers, codingPath: codingPath, what: "Two kinds of container were asked for")
    }
  }
}

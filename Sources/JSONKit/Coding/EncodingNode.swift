/// A place in the value under construction.
///
/// A reference, because a container handed out for a place goes on writing there after its encoder is gone.
final class EncodingNode {
  private enum Content {
    case empty
    case value(JSONValue)
    case elements([Part])
    case members([(key: String, part: Part)])
    case conflict
  }

  /// An element or a member: most are plain values, which need no node of their own.
  private enum Part {
    case value(JSONValue)
    case node(EncodingNode)

    func resolve() throws -> JSONValue {
      switch self {
      case .value(let value): value
      case .node(let node): try node.resolve()
      }
    }
  }

  let place: CodingPlace
  private var content = Content.empty

  init(_ place: CodingPlace) {
    self.place = place
  }

  var codingPath: [any CodingKey] { place.codingPath }

  /// How many elements have been written here.
  var elementCount: Int {
    if case .elements(let parts) = content { parts.count } else { 0 }
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
    append(.node(node))
    return node
  }

  func appendElement(_ value: JSONValue) { append(.value(value)) }

  func appendMember(_ key: some CodingKey) -> EncodingNode {
    let node = EncodingNode(.member(key, of: place))
    append(.node(node), forKey: key)
    return node
  }

  func appendMember(_ key: some CodingKey, _ value: JSONValue) { append(.value(value), forKey: key) }

  private func append(_ part: Part) {
    guard case .elements(var parts) = content else { return }
    content = .empty  // gives the array up, so that appending does not copy it
    parts.append(part)
    content = .elements(parts)
  }

  private func append(_ part: Part, forKey key: some CodingKey) {
    guard case .members(var parts) = content else { return }
    content = .empty
    parts.append((key: key.stringValue, part: part))
    content = .members(parts)
  }

  /// The finished value; of a name written twice the last one wins.
  func resolve() throws -> JSONValue {
    switch content {
    case .value(let value):
      return value
    case .elements(let parts):
      return .array(try parts.map { try $0.resolve() })
    case .members(let parts):
      return .object(JSONObject(try parts.map { (key: $0.key, value: try $0.part.resolve()) }))
    case .empty:
      throw JSONEncodingError(code: .noValue, codingPath: codingPath, what: "Nothing was encoded")
    case .conflict:
      throw JSONEncodingError(
        code: .conflictingContainers, codingPath: codingPath, what: "Two kinds of container were asked for")
    }
  }
}

/// The `Encoder` a type sees while it encodes itself into a node.
struct JSONNodeEncoder: Encoder {
  let node: EncodingNode

  var codingPath: [any CodingKey] { node.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(KeyedNodeContainer(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return UnkeyedNodeContainer(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

// One generic `encode` answers every requirement of the three container protocols: the node sorts types out.

extension JSONNodeEncoder: SingleValueEncodingContainer {
  func encodeNil() { node.setValue(.null) }

  func encode<Value: Encodable>(_ value: Value) throws { try node.encode(value) }
}

/// Writes the members of an object.
private struct KeyedNodeContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: EncodingNode

  var codingPath: [any CodingKey] { node.codingPath }

  func encodeNil(forKey key: Key) { node.appendMember(key, .null) }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try node.encodeMember(value, forKey: key)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    JSONNodeEncoder(node: node.appendMember(key)).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    JSONNodeEncoder(node: node.appendMember(key)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONNodeEncoder(node: node.appendMember(JSONCodingKey.super)) }

  func superEncoder(forKey key: Key) -> any Encoder { JSONNodeEncoder(node: node.appendMember(key)) }
}

/// Writes the elements of an array.
private struct UnkeyedNodeContainer: UnkeyedEncodingContainer {
  let node: EncodingNode

  var codingPath: [any CodingKey] { node.codingPath }
  var count: Int { node.elementCount }

  func encodeNil() { node.appendElement(.null) }

  func encode<Value: Encodable>(_ value: Value) throws { try node.encodeElement(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    JSONNodeEncoder(node: node.appendElement()).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONNodeEncoder(node: node.appendElement()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONNodeEncoder(node: node.appendElement()) }
}

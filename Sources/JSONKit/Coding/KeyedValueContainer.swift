/// Reads the members of an object.
struct KeyedValueContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: JSONObject
  let place: CodingPlace

  var codingPath: [any CodingKey] { place.codingPath }
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(at: key).decodeNil() }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try decoder(at: key).decode(type)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try decoder(at: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(at: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try decoder(at: JSONCodingKey.super) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(at: key) }

  private func decoder(at key: some CodingKey) throws -> JSONNodeDecoder {
    guard let value = members[key.stringValue] else {
      throw JSONDecodingError(
        code: .missingMember, codingPath: codingPath, what: "Missing member “\(key.stringValue)”")
    }
    return JSONNodeDecoder(value: value, place: .member(key, of: place))
  }
}

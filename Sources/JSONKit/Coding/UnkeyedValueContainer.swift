/// Reads the elements of an array, one after the other.
struct UnkeyedValueContainer: UnkeyedDecodingContainer {
  let elements: [JSONValue]
  let place: CodingPlace
  private(set) var currentIndex = 0

  init(elements: [JSONValue], place: CodingPlace) {
    self.elements = elements
    self.place = place
  }

  var codingPath: [any CodingKey] { place.codingPath }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  /// Reads null and moves on, or reads nothing: what is not null stays to be decoded.
  mutating func decodeNil() throws -> Bool {
    let isNil = try decoderOfCurrent().decodeNil()
    if isNil { currentIndex += 1 }
    return isNil
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try advancing { try $0.decode(type) }
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try advancing { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try advancing { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder {
    try advancing { $0 }
  }

  /// Moves on only when the element was read, as the standard library's own decoders do.
  private mutating func advancing<T>(_ read: (JSONNodeDecoder) throws -> T) throws -> T {
    let result = try read(decoderOfCurrent())
    currentIndex += 1
    return result
  }

  private func decoderOfCurrent() throws -> JSONNodeDecoder {
    let element = CodingPlace.element(currentIndex, of: place)
    guard !isAtEnd else {
      throw JSONDecodingError(
        code: .missingValue, codingPath: element.codingPath, what: "The array has no element")
    }
    return JSONNodeDecoder(value: elements[currentIndex], place: element)
  }
}

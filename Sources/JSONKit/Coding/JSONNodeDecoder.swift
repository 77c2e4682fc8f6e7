/// The `Decoder` a type sees while it decodes itself from one place of a JSON value.
struct JSONNodeDecoder: Decoder {
  let value: JSONValue
  let place: CodingPlace

  var codingPath: [any CodingKey] { place.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let members = value.object else { throw mismatch(wanted: "an object") }
    return KeyedDecodingContainer(KeyedValueContainer(members: members, place: place))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = value.array else { throw mismatch(wanted: "an array") }
    return UnkeyedValueContainer(elements: elements, place: place)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  /// The error of a value of another type than wanted.
  func mismatch(wanted: String) -> JSONDecodingError {
    if value.isNull {
      return JSONDecodingError(
        code: .missingValue, codingPath: codingPath, what: "Expected \(wanted), found null")
    }
    return JSONDecodingError(
      code: .typeMismatch, codingPath: codingPath, what: "Expected \(wanted), found \(value.typeName)")
  }
}

// As in encoding, one generic `decode` answers every requirement of the container protocols.

extension JSONNodeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value.isNull }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    guard let plain = try plainValue(as: type) else {
      do {
        return try T(from: self)
      } catch let error as JSONDecodingError {
        throw error
      } catch let error as DecodingError {
        throw JSONDecodingError(error)
      } catch {
        // Only here is the place known of an error that carries none itself.
        throw JSONDecodingError(
          code: .invalidValue, codingPath: codingPath, what: "Invalid \(type): \(error)", cause: error)
      }
    }
    // `plainValue` gives a value of the very type it was asked for.
    guard let result = plain as? T else { throw mismatch(wanted: "\(type)") }
    return result
  }

  /// The value of a type that JSON has by itself, or nil for one that must decode itself.
  private func plainValue(as type: any Decodable.Type) throws -> (any Decodable)? {
    // Compared one by one, since a cast of a type that fails costs many times as much as a comparison.
    if type == String.self { return try require(value.string, "a string") }
    if type == Int.self { return try integer(as: Int.self) }
    if type == Bool.self { return try require(value.bool, "a boolean") }
    if type == Double.self { return try finite(try require(value.number, "a number").double) }
    if type == Float.self { return try finite(Float(try require(value.number, "a number").text) ?? .nan) }
    if type == JSONNumber.self { return try require(value.number, "a number") }
    if type == JSONObject.self { return try require(value.object, "an object") }
    if type == JSONValue.self { return value }
    guard let type = type as? any (FixedWidthInteger & Decodable).Type else { return nil }
    return try integer(as: type)
  }

  private func require<T>(_ found: T?, _ wanted: String) throws -> T {
    guard let found else { throw mismatch(wanted: wanted) }
    return found
  }

  private func finite<Float: BinaryFloatingPoint>(_ number: Float) throws -> Float {
    guard number.isFinite else { throw outOfRange("\(Float.self)") }
    return number
  }

  private func integer<Integer: FixedWidthInteger & Decodable>(as type: Integer.Type) throws -> Integer {
    let number = try require(value.number, "a number")
    guard let integer = number.integer(as: type) else { throw outOfRange("an integer of type \(type)") }
    return integer
  }

  private func outOfRange(_ wanted: String) -> JSONDecodingError {
    JSONDecodingError(
      code: .numberOutOfRange, codingPath: codingPath, what: "The number does not fit \(wanted)")
  }
}

import JSONKit

/// The members of one JSON object on their way into a typed value; every refusal names its pointer.
///
/// An absent member and `null` are the same to the `optional…` readers.
struct JSONFields {
  let object: JSONObject
  let pointer: JSONPointer

  init(_ value: JSONValue, at pointer: JSONPointer) throws(FinanceError) {
    guard let object = value.object else {
      throw FinanceError(.malformed, "expected an object, found \(value.typeName)", pointer: pointer)
    }
    self.object = object
    self.pointer = pointer
  }

  /// Refuses members other than `keys`, so that a misspelt one is not quietly ignored.
  func allowOnly(_ keys: String...) throws(FinanceError) {
    for key in object.keys where !keys.contains(key) {
      let known = keys.joined(separator: ", ")
      throw error(.unknownKey, "is not a member of this object; known are \(known)", key)
    }
  }

  /// Refuses a document of another format or version.
  func requireSchema(_ name: String) throws(FinanceError) {
    guard try string("schema") == name else {
      throw error(.unsupported, "must be \"\(name)\"; convert the file", "schema")
    }
  }

  func optional(_ key: String) -> JSONValue? {
    guard let value = object[key], !value.isNull else { return nil }
    return value
  }

  func required(_ key: String) throws(FinanceError) -> JSONValue {
    guard let value = object[key] else { throw error(.missing, "is required", key) }
    return value
  }

  func error(_ code: FinanceError.Code, _ message: String, _ key: String, cause: (any Error)? = nil)
    -> FinanceError
  {
    FinanceError(code, "\"\(key)\" \(message)", pointer: pointer.appending(key), cause: cause)
  }

  // MARK: Nested values

  func fields(_ key: String) throws(FinanceError) -> JSONFields {
    try JSONFields(try required(key), at: pointer.appending(key))
  }

  func optionalFields(_ key: String) throws(FinanceError) -> JSONFields? {
    guard let value = optional(key) else { return nil }
    return try JSONFields(value, at: pointer.appending(key))
  }

  /// The elements of a required array, each read as an object.
  func list<Element>(
    _ key: String, _ read: (JSONFields) throws(FinanceError) -> Element
  ) throws(FinanceError) -> [Element] {
    let value = try required(key)
    guard let array = value.array else {
      throw error(.malformed, "must be an array, not \(value.typeName)", key)
    }
    let place = pointer.appending(key)
    var elements: [Element] = []
    elements.reserveCapacity(array.count)
    for (index, element) in array.enumerated() {
      elements.append(try read(try JSONFields(element, at: place.appending(index))))
    }
    return elements
  }

  /// The elements of an array, each read as an object; none when it is absent.
  func optionalList<Element>(
    _ key: String, _ read: (JSONFields) throws(FinanceError) -> Element
  ) throws(FinanceError) -> [Element] {
    optional(key) == nil ? [] : try list(key, read)
  }

  /// The strings of an array; none when it is absent.
  func optionalStrings(_ key: String) throws(FinanceError) -> [String] {
    guard let value = optional(key) else { return [] }
    guard let array = value.array else {
      throw error(.malformed, "must be an array of strings, not \(value.typeName)", key)
    }
    var strings: [String] = []
    for (index, element) in array.enumerated() {
      guard let string = element.string else {
        throw FinanceError(
          .malformed, "must be a string, not \(element.typeName)",
          pointer: pointer.appending(key).appending(index))
      }
      strings.append(string)
    }
    return strings
  }
}

// With the coders of this module these types pass through unchanged and never reach the code here; it serves
// other formats' coders, which know no number by its text.

extension JSONValue: Codable {
  /// Encodes the value's own form: null, a boolean, a number, a string, an array or a keyed container.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let bool): try bool.encode(to: encoder)
    case .number(let number): try number.encode(to: encoder)
    case .string(let string): try string.encode(to: encoder)
    case .array(let array): try array.encode(to: encoder)
    case .object(let object): try object.encode(to: encoder)
    }
  }

  /// Decodes whatever the decoder holds.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer() {
      if container.decodeNil() {
        self = .null
        return
      }
      if let bool = try? container.decode(Bool.self) {
        self = .bool(bool)
        return
      }
      if let number = try? container.decode(JSONNumber.self) {
        self = .number(number)
        return
      }
      if let string = try? container.decode(String.self) {
        self = .string(string)
        return
      }
    }
    if let array = try? [JSONValue](from: decoder) {
      self = .array(array)
    } else {
      self = .object(try JSONObject(from: decoder))
    }
  }
}

extension JSONNumber: Codable {
  /// Encodes the number as an integer if it is one, else as the nearest `Double`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let int {
      try container.encode(int)
    } else {
      try container.encode(double)
    }
  }

  /// Decodes an integer or a finite `Double`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let integer = try? container.decode(Int.self) {
      self.init(integer)
      return
    }
    guard let number = JSONNumber(try container.decode(Double.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "JSON has no NaN and no infinity")
    }
    self = number
  }
}

extension JSONObject: Codable {
  /// Encodes the members in order into a keyed container.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: JSONCodingKey.self)
    for member in self {
      try container.encode(member.value, forKey: JSONCodingKey(stringValue: member.key))
    }
  }

  /// Decodes every member of a keyed container.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: JSONCodingKey.self)
    self.init()
    for key in container.allKeys {
      self[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
    }
  }
}

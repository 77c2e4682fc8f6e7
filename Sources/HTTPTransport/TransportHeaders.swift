/// Header fields in the order given, repeats kept; names are compared without regard to case.
///
/// A name is a token and a value holds no CR, LF or NUL (RFC 9110 §5): what breaks that is refused.
public struct TransportHeaders: Sendable, Hashable {
  /// One field.
  public struct Field: Sendable, Hashable {
    /// Its name as written.
    public let name: String
    /// Its value without surrounding blanks.
    public let value: String
  }

  /// All fields in order.
  public private(set) var fields: [Field] = []

  /// Creates an empty list.
  public init() {}

  /// Creates a list of fields.
  ///
  /// - Throws: ``TransportError/Code/invalidRequest`` for a name or value that may not stand in a header.
  public init(_ fields: [(String, String)]) throws(TransportError) {
    for (name, value) in fields { try append(name, value) }
  }

  /// The first value of that name.
  public subscript(name: String) -> String? {
    fields.first { Self.equal($0.name, name) }?.value
  }

  /// All values of that name in order.
  public func values(_ name: String) -> [String] {
    fields.filter { Self.equal($0.name, name) }.map(\.value)
  }

  /// Adds a field after the others.
  ///
  /// - Throws: ``TransportError/Code/invalidRequest`` for a name or value that may not stand in a header.
  public mutating func append(_ name: String, _ value: String) throws(TransportError) {
    guard HeaderSyntax.isToken(name) else {
      throw TransportError(.invalidRequest, "A header's name is not a token (RFC 9110 §5.6.2).")
    }
    guard HeaderSyntax.isFieldValue(value) else {
      throw TransportError(
        .invalidRequest, "The value of the header \(name) holds CR, LF or NUL; take them out.")
    }
    fields.append(Field(name: name, value: value))
  }

  /// Takes all fields of that name away and adds one with this value.
  ///
  /// - Throws: ``TransportError/Code/invalidRequest`` for a name or value that may not stand in a header.
  public mutating func set(_ name: String, _ value: String) throws(TransportError) {
    remove(name)
    try append(name, value)
  }

  /// Takes all fields of that name away.
  public mutating func remove(_ name: String) {
    fields.removeAll { Self.equal($0.name, name) }
  }

  /// Adds a field as it came over the wire: a peer's odd bytes are no error of ours.
  mutating func appendReceived(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  private static func equal(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count
      && zip(a.utf8, b.utf8).allSatisfy { HeaderSyntax.lower($0) == HeaderSyntax.lower($1) }
  }
}

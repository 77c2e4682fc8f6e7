/// A user of the fixtures as a UUID that carries the fixture's id and a tenant number, both ways.
///
/// A version 8 UUID (RFC 9562 §5.8) has 122 bits of its own: 84 for the id as a number of base 37 (no letter, `a` to
/// `z`, `0` to `9`), 38 for the tenant. Façade and engine agree without sharing anything, and every sign-in can have a
/// tenant of its own, so that no two people see one another's sessions.
public struct FixtureSubject: Hashable, Sendable {
  /// One more than the largest tenant number.
  public static let tenants: UInt64 = 1 << 38
  private static let digits: UInt128 = 37
  private static let maximumLength = 16

  // The layout of RFC 9562 §5.8: 48 bits, the version, 12 bits, the variant, 62 bits.
  private static let marks: UInt128 = (0xf << 76) | (0b11 << 62)
  private static let version8: UInt128 = (8 << 76) | (0b10 << 62)
  private static let middleMask: UInt128 = 0xfff
  private static let lowMask: UInt128 = (1 << 62) - 1

  /// The fixture's id: a small letter, then up to 15 small letters and digits.
  public let user: String
  /// Which of the users with that id, 0 to ``tenants`` − 1.
  public let tenant: UInt64

  /// Names a user, nil when the id or the number is out of range.
  public init?(user: String, tenant: UInt64) {
    guard Self.number(user) != nil, tenant < Self.tenants else { return nil }
    self.user = user
    self.tenant = tenant
  }

  /// Reads a UUID, nil when it is none that ``uuid`` writes.
  public init?(uuid: String) {
    guard TextForm.isLowercaseUUID(uuid),
      let value = UInt128(uuid.filter { $0 != "-" }, radix: 16), value & Self.marks == Self.version8
    else { return nil }
    let (high, middle, low) = (value >> 80, (value >> 64) & Self.middleMask, value & Self.lowMask)
    let own = (high << 74) | (middle << 62) | low
    guard let user = Self.text(own >> 38) else { return nil }
    self.user = user
    tenant = UInt64(own & UInt128(Self.tenants - 1))
  }

  /// The UUID, in lower case.
  public var uuid: String {
    let own = ((Self.number(user) ?? 0) << 38) | UInt128(tenant)
    let (high, middle, low) = (own >> 74, (own >> 62) & Self.middleMask, own & Self.lowMask)
    let value = (high << 80) | (middle << 64) | low | Self.version8
    let hex = String(value, radix: 16)
    let text = String(repeating: "0", count: 32 - hex.count) + hex
    var rest = text[...]
    return [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }

  /// An id as a number whose digits stand on the left, nil for what is no id.
  private static func number(_ user: String) -> UInt128? {
    guard (1...maximumLength).contains(user.utf8.count), let first = user.utf8.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else { return nil }
    var number: UInt128 = 0
    for byte in user.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): number = number * digits + UInt128(byte - 96)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number * digits + UInt128(byte - 48 + 27)
      default: return nil
      }
    }
    for _ in user.utf8.count..<maximumLength { number *= digits }
    return number
  }

  /// The id of a number, nil for a number that is none's.
  private static func text(_ number: UInt128) -> String? {
    var characters: [UInt8] = []
    var rest = number
    for _ in 0..<maximumLength {
      let digit = UInt8(rest % digits)
      rest /= digits
      switch digit {
      case 0 where characters.isEmpty: continue
      case 0: return nil
      case 1...26: characters.append(digit + 96)
      default: characters.append(digit - 27 + 48)
      }
    }
    let user = String(decoding: characters.reversed(), as: UTF8.self)
    return rest == 0 && Self.number(user) == number ? user : nil
  }
}

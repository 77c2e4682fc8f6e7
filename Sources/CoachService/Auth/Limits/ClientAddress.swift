import Glibc

/// Who counts as one caller by address.
enum ClientAddress {
  /// The key of an address: an IPv4 address as it is, also when written as IPv6; of an IPv6 address its /64, since one
  /// household has all of it; any other text cut short.
  static func key(_ address: String) -> String {
    var four = in_addr()
    if inet_pton(AF_INET, address, &four) == 1 { return "4:\(UInt32(bigEndian: four.s_addr))" }
    let unscoped = String(address.prefix { $0 != "%" })
    var six = in6_addr()
    guard inet_pton(AF_INET6, unscoped, &six) == 1 else { return "?:\(address.prefix(64))" }
    let bytes = withUnsafeBytes(of: &six) { Array($0) }
    if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]) {
      return "4:\(bytes.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })"
    }
    return "6:\(bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })"
  }
}

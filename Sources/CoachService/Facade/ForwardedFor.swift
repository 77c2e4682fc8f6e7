import Glibc

/// The addresses proxies have noted in `X-Forwarded-For`, the last noted on the right.
///
/// Whoever asks can send such a field; only what our own proxies have added on the right is true.
struct ForwardedFor: Sendable {
  private let lines: [String]

  /// - Parameter lines: the field's lines, in their order.
  init(_ lines: [String]) { self.lines = lines }

  /// The address of who asks.
  ///
  /// - Parameters:
  ///   - proxies: how many proxies of ours stand in front; each adds the address it was called from, so the client's is
  ///     so many from the right.
  ///   - peer: who the connection is from; the answer when there are no proxies, or one of theirs cannot be read.
  func client(behind proxies: Int, peer: String?) -> String? {
    guard proxies > 0 else { return peer }
    let noted = lines.joined(separator: ",").split(separator: ",", omittingEmptySubsequences: false)
      .suffix(proxies).compactMap(Self.address)
    return noted.count == proxies ? noted.first : peer
  }

  /// An address without white space, brackets and port; nil for what is none.
  private static func address(_ text: Substring) -> String? {
    let text = text.trimmingPrefix { $0 == " " || $0 == "\t" }
    var item = Substring(text)
    while let last = item.last, last == " " || last == "\t" { item.removeLast() }
    if item.hasPrefix("[") {
      let parts = item.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].isEmpty || isPort(parts[1]) else { return nil }
      return isIPv6(String(parts[0])) ? String(parts[0]) : nil
    }
    if isIPv6(String(item)) { return String(item) }
    let host = item.prefix { $0 != ":" }
    let rest = item.dropFirst(host.count)
    return isIPv4(String(host)) && (rest.isEmpty || isPort(rest)) ? String(host) : nil
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.first == ":" && (1...5).contains(text.utf8.count - 1)
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isIPv4(_ text: String) -> Bool {
    var address = in_addr()
    // C would take the text to end at a zero.
    return !text.utf8.contains(0) && inet_pton(AF_INET, text, &address) == 1
  }

  private static func isIPv6(_ text: String) -> Bool {
    var address = in6_addr()
    return !text.utf8.contains(0) && inet_pton(AF_INET6, text, &address) == 1
  }
}

import Finance

/// Choices drawn one after another from a seed, the same wherever and whenever they are drawn.
struct FaultRandom {
  private let stream: RandomStream
  private var index: UInt64 = 0

  init(seed: UInt64) {
    stream = RandomStream(seed: seed)
  }

  /// A stream of its own for one fault in one draft: the seed mixed with every byte of what tells them apart.
  init(seed: UInt64, _ parts: [String]) {
    // FNV-1a over the bytes; the stream's own mixing does the rest.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.joined(separator: "\u{1f}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.init(seed: seed ^ hash)
  }

  /// A number from 0 up to a bound, 0 for a bound below 1.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    defer { index += 1 }
    return Int(stream.bits(at: index) % UInt64(bound))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// As many characters of an alphabet.
  mutating func text(_ count: Int, of alphabet: String) -> String {
    let letters = Array(alphabet)
    return String((0..<count).compactMap { _ in pick(letters) })
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for position in elements.indices.reversed() where position > 0 {
      elements.swapAt(position, below(position + 1))
    }
    return elements
  }
}

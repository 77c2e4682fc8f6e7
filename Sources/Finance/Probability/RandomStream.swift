/// The SplitMix64 sequence of a seed, read by index (Steele, Lea and Flood, OOPSLA 2014).
///
/// The value at an index does not depend on what was read before, so work split over threads draws the same
/// numbers however it is split.
public struct RandomStream: Hashable, Sendable {
  /// The seed.
  public let seed: UInt64

  /// The stream of `seed`.
  public init(seed: UInt64) {
    self.seed = seed
  }

  /// The bits at `index`, counted from 0.
  @inline(__always)
  public func bits(at index: UInt64) -> UInt64 {
    var mixed = seed &+ (index &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The number at `index`, strictly between 0 and 1: the upper 53 bits at the middle of their cell.
  @inline(__always)
  public func uniform(at index: UInt64) -> Double {
    (Double(Int64(bitPattern: bits(at: index) >> 11)) + 0.5) * 0x1p-53
  }
}

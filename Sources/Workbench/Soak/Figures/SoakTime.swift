/// Times of a soak's clock.
enum SoakTime {
  /// Milliseconds from one moment to another; negative when the other was earlier.
  static func milliseconds(from start: UInt64, to end: UInt64) -> Double {
    end >= start ? Double(end - start) / 1e6 : -Double(start - end) / 1e6
  }
}

import NIOCore

/// The event loop's clock as an instant.
struct NIODeadlineInstant: InstantProtocol {
  let value: NIODeadline

  static var now: NIODeadlineInstant { NIODeadlineInstant(value: .now()) }

  func advanced(by duration: Duration) -> NIODeadlineInstant {
    NIODeadlineInstant(value: value + TimeAmount(duration))
  }

  func duration(to other: NIODeadlineInstant) -> Duration {
    .nanoseconds((other.value - value).nanoseconds)
  }

  static func < (left: NIODeadlineInstant, right: NIODeadlineInstant) -> Bool { left.value < right.value }
}

/// The phases of an exchange that have a time limit of their own.
public struct TransportPhase: Sendable, Hashable, CustomStringConvertible {
  /// Its name, fit for a label.
  public let description: String

  /// Resolving, connecting, TLS, waiting for a place in the pool.
  public static let connect = TransportPhase(description: "connect")
  /// From the connection to the end of the head.
  public static let head = TransportPhase(description: "head")
  /// Between two pieces of the body.
  public static let idle = TransportPhase(description: "idle")
  /// The whole exchange.
  public static let whole = TransportPhase(description: "whole")
}

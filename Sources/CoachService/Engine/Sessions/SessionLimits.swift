/// How much an engine does at once.
public struct SessionLimits: Hashable, Sendable {
  /// Sessions that run side by side; more of them only share the cores.
  public var active = 32
  /// Sessions that run or wait to run; a request beyond is told to come back.
  public var admitted = 2_000
  /// How long sessions may take to end when the service stops; what is left is taken up by the next process.
  public var farewell = Duration.seconds(5)

  /// The limits of an engine on a small machine.
  public init() {}
}

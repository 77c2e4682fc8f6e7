/// How much an agent may ask of its tools in one run (domain rules §4.5).
public struct ToolLimits: Hashable, Sendable {
  /// Calls of one agent.
  public var calls = 256
  /// Facts one call may return.
  public var facts = 2_000
  /// Bytes of UTF-8 the facts of one call may take as JSON.
  public var bytes = 4_194_304
  /// Bytes of UTF-8 one fact may take as JSON, so that it fits an event.
  public var factBytes = 32_768
  /// Nanoseconds one call may take; what comes later is thrown away.
  public var nanoseconds: UInt64 = 20_000_000_000
  /// The same for single tools, by name, where the usual time is not theirs.
  public var nanosecondsByTool: [String: UInt64] = [:]

  /// Nanoseconds one call of a tool may take.
  func nanoseconds(of tool: String) -> UInt64 { nanosecondsByTool[tool] ?? nanoseconds }
}

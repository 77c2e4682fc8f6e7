/// How much an agent may ask of its tools in one run (domain rules §4.5).
struct ToolLimits: Hashable, Sendable {
  /// Calls of one agent.
  var calls = 256
  /// Facts one call may return.
  var facts = 2_000
  /// Bytes of UTF-8 the facts of one call may take as JSON.
  var bytes = 4_194_304
  /// Bytes of UTF-8 one fact may take as JSON, so that it fits an event.
  var factBytes = 32_768
  /// Nanoseconds one call may take; what comes later is thrown away.
  var nanoseconds: UInt64 = 20_000_000_000
}

import JSONKit

/// Calls tools for agents: asks the allow-list first, and makes every call, result and denial an event.
struct ToolBox: Sendable {
  let allowList: ToolAllowList
  let recorder: SessionRecorder

  /// The tool's facts.
  ///
  /// - Throws: `CoachError` with code `tool_denied` when the agent may not call it, or what the tool throws.
  func call<Tool: CoachTool>(_ tool: Tool, for agent: String) async throws -> [Fact] {
    let data: JSONObject = ["tool": .string(Tool.name), "arguments": .object(tool.arguments)]
    guard allowList.allows(Tool.name, to: agent) else {
      try await recorder.emit(.toolDenied, node: agent, data)
      throw CoachError(.toolDenied, "\(agent) may not call \(Tool.name)")
    }
    try await recorder.emit(.toolCalled, node: agent, data)
    let facts = try tool.run()
    await recorder.add(facts: facts)
    var result = data
    result["facts"] = try JSONValueEncoder().encode(facts)
    try await recorder.emit(.toolResult, node: agent, result)
    return facts
  }
}

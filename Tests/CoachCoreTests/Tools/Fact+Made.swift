@testable import CoachCore

extension Fact {
  /// The facts of some tools, one after the other.
  static func made(by tools: [any CoachTool]) async throws -> [Fact] {
    var facts: [Fact] = []
    for tool in tools { facts += try await tool.run() }
    return facts
  }
}

import JSONKit

/// Results of tools, kept for one investor from one session to the next by everything that went into them.
///
/// Off unless the configuration asks for it. A result that is found stands for the call: it is journalled, becomes facts
/// and is told of as if it had been computed, so that a run with the cache and one without it are the same record.
public struct ToolCache: Sendable {
  private let values: any KVStore
  private let revision: String
  private let lifetime: Duration

  /// Makes a cache.
  ///
  /// - Parameters:
  ///   - values: where results are kept.
  ///   - revision: names the policy tables, rules and scheme directory in use; a change of any of them must change it.
  ///   - lifetime: how long a result may be used.
  public init(values: any KVStore, revision: String, lifetime: Duration = .seconds(7 * 86_400)) {
    self.values = values
    self.revision = revision
    self.lifetime = lifetime
  }

  /// Where a tool's result is kept, nil for a tool whose inputs are not known in full.
  func key(of tool: any CoachTool, for user: String) throws -> String? {
    guard let inputs = try tool.cacheInputs() else { return nil }
    let kind = type(of: tool)
    let hash = try ContentHash.sha256(canonical: [
      .string(CoachEngine.version), .string(revision), .string(kind.version), .object(tool.arguments), inputs,
    ])
    return "u:\(user):tool:\(kind.name):\(hash)"
  }

  /// The result under a key; nil when there is none, or none that can be read.
  func result(_ key: String, clock: RunClock) async -> JSONValue? {
    // The cache only saves work: one that fails is one that holds nothing.
    guard let text = try? await values.value(key, at: clock.timestamp()) else { return nil }
    return try? JSONValue(parsing: text)
  }

  /// Keeps a result, given as compact JSON.
  func keep(_ result: String, as key: String, clock: RunClock) async {
    try? await values.set(key, result, until: clock.timestamp(after: lifetime))
  }
}

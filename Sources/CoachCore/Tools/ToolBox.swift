import JSONKit

/// Calls tools for agents: asks the allow-list first, keeps the limits, and makes every call, result and denial an
/// event.
actor ToolBox {
  /// Why a call or its result was refused; the `reason` of the event `tool.denied`.
  enum Denial: String, Sendable, CaseIterable {
    /// The agent's list does not name the tool.
    case notAllowed = "not_allowed"
    /// The session has not opted in to the tool.
    case notOptedIn = "not_opted_in"
    /// The arguments are not such as the tool may be given.
    case invalidArguments = "invalid_arguments"
    /// The agent has made all the calls it may.
    case tooManyCalls = "too_many_calls"
    /// The result is larger than a result may be.
    case tooLarge = "too_large"
    /// The result came after its time.
    case tooSlow = "too_slow"
  }

  private let allowList: ToolAllowList
  private let limits: ToolLimits
  private let optedIn: Set<String>
  private let snapshotHash: String
  private let clock: RunClock
  private let journal: CallJournal
  private let control: RunControl
  private let scrubber: PIIScrubber
  private let recorder: SessionRecorder
  private let telemetry: RunTelemetry
  private let cache: ToolCache?
  private let user: String
  private var calls: [String: Set<String>] = [:]

  /// - Parameters:
  ///   - optedIn: the tools the session asked for of those that are off by default.
  ///   - snapshotHash: what the tools read, as a part of the input of every call.
  ///   - scrubber: knows the investor's personal values.
  ///   - cache: results of earlier sessions; nil to compute everything anew.
  ///   - user: whose results may be found there.
  init(
    allowList: ToolAllowList, limits: ToolLimits, optedIn: Set<String>, snapshotHash: String, clock: RunClock,
    journal: CallJournal, control: RunControl, scrubber: PIIScrubber = PIIScrubber(),
    recorder: SessionRecorder, telemetry: RunTelemetry, cache: ToolCache? = nil, user: String = ""
  ) {
    self.allowList = allowList
    self.limits = limits
    self.optedIn = optedIn
    self.snapshotHash = snapshotHash
    self.clock = clock
    self.journal = journal
    self.control = control
    self.scrubber = scrubber
    self.recorder = recorder
    self.telemetry = telemetry
    self.cache = cache
    self.user = user
  }

  /// The tool's facts.
  ///
  /// - Throws: `CoachError` with code `tool_denied` when the agent may not call it or its result breaks a limit, or
  ///   what the tool throws.
  func call(_ tool: any CoachTool, for agent: String) async throws -> [Fact] {
    let name = type(of: tool).name
    let data: JSONObject = ["tool": .string(name), "arguments": .object(tool.arguments)]
    let call = JournaledCall(
      kind: .tool, node: agent, name: name,
      inputHash: try ContentHash.sha256(canonical: [.string(snapshotHash), .object(tool.arguments)]))
    if let denial = denial(of: name, to: agent, call) {
      throw try await refuse(denial, name, agent, data)
    }
    // Arguments that may not be used may not be shown either.
    if let problem = tool.problem(scrubber.detector) {
      throw try await refuse(
        .invalidArguments, name, agent,
        ["tool": .string(name), "arguments": [:], "detail": .string(problem)])
    }
    try control.checkHalted()
    calls[agent, default: []].insert(call.key)
    try await recorder.emit(.toolCalled, node: agent, data)
    let result: Outcome
    switch try await journal.begin(call) {
    case .result(let earlier): result = try Outcome(json: earlier)
    case .failure(let error): throw error
    case .repeated(let lost, let key):
      try await recorder.report(.callPossiblyPaidTwice, node: agent, ["call": .string(lost)])
      try await journal.write(key, call.kind)
      result = try await make(tool, for: agent, key: key)
    case .fresh(let key): result = try await make(tool, for: agent, key: key)
    }
    switch result {
    case .denied(let denial): throw try await refuse(denial, name, agent, data)
    case .facts(let result):
      try await recorder.add(facts: result.facts, from: call)
      for part in ToolResultParts.events(data, facts: result.json, sizes: result.texts.map(\.utf8.count)) {
        try await recorder.emit(.toolResult, node: agent, part)
      }
      return result.facts
    }
  }

  /// What became of a call: its facts, or why they are not taken.
  private enum Outcome {
    case facts(ToolResult)
    case denied(Denial)

    /// Reads what the journal kept.
    init(json: JSONValue) throws {
      self =
        if let denial = json["denied"]?.string.flatMap(Denial.init) { .denied(denial) } else {
          .facts(try ToolResult(json: json))
        }
    }

    var json: JSONValue {
      switch self {
      case .facts(let result): .array(result.json)
      case .denied(let denial): ["denied": .string(denial.rawValue)]
      }
    }
  }

  /// Makes the call and writes down what became of it.
  private func make(_ tool: any CoachTool, for agent: String, key: String) async throws -> Outcome {
    do {
      let (outcome, text) = try await outcome(of: tool, for: agent)
      try await journal.end(key, outcome.json, text: text)
      return outcome
    } catch is CancellationError where Task.isCancelled || control.isHalted {
      throw CancellationError()
    } catch let error as CoachError where error.code == .storeFailed || error.code == .conflict {
      throw error
    } catch {
      let failure =
        error as? CoachError
        ?? CoachError(.toolFailed, "\(type(of: tool).name) failed: \(error)", cause: error)
      try await journal.end(key, failure)
      throw failure
    }
  }

  /// - Returns: what became of the call, and the same as compact JSON.
  private func outcome(of tool: any CoachTool, for agent: String) async throws -> (Outcome, text: String) {
    let name = type(of: tool).name
    let cacheKey = cache.flatMap { try? $0.key(of: tool, for: user) }
    if let cache, let cacheKey, let kept = await cache.result(cacheKey, clock: clock),
      let result = try? ToolResult(json: kept)
    {
      CoachMetrics.count(tool: name, isCached: true)
      return judge(result, of: name, took: 0)
    }
    let control = control
    let began = clock.nanoseconds()
    let found = try await telemetry.tool(name, node: agent) {
      try await AbandonableCall.value {
        try control.beginCall()
        return try await tool.run()
      }
    }
    let now = clock.nanoseconds()
    CoachMetrics.count(tool: name, isCached: false)
    let result = ToolResult(
      facts: type(of: tool).readsOutside ? found.map { $0.scrubbed(by: scrubber) } : found)
    // A clock that has gone back tells nothing of how long the call took.
    let judged = judge(result, of: name, took: now > began ? now - began : 0)
    if let cache, let cacheKey, case .facts = judged.outcome {
      await cache.keep(judged.text, as: cacheKey, clock: clock)
    }
    return judged
  }

  /// Takes a result, or refuses it for its size or the time it took.
  private func judge(
    _ result: ToolResult, of tool: String, took: UInt64
  ) -> (outcome: Outcome, text: String) {
    let text = result.text
    let isLarge =
      result.facts.count > limits.facts || text.utf8.count > limits.bytes
      || result.texts.contains { $0.utf8.count > limits.factBytes }
    guard isLarge || took > limits.nanoseconds(of: tool) else { return (.facts(result), text) }
    let denied = Outcome.denied(isLarge ? .tooLarge : .tooSlow)
    return (denied, denied.json.compact())
  }

  private func denial(of tool: String, to agent: String, _ call: JournaledCall) -> Denial? {
    if !allowList.allows(tool, to: agent) { return .notAllowed }
    if ToolAllowList.offByDefault.contains(tool), !optedIn.contains(tool) { return .notOptedIn }
    let made = calls[agent, default: []]
    return made.count >= limits.calls && !made.contains(call.key) ? .tooManyCalls : nil
  }

  private func refuse(
    _ denial: Denial, _ tool: String, _ agent: String, _ data: JSONObject
  ) async throws -> CoachError {
    CoachMetrics.count(denied: tool, denial)
    var data = data
    data["reason"] = .string(denial.rawValue)
    try await recorder.emit(.toolDenied, node: agent, data)
    let detail = data["detail"]?.string.map { "; \($0)" } ?? ""
    return CoachError(.toolDenied, "\(agent) got nothing from \(tool): \(denial.rawValue)\(detail)")
  }
}

/// What a tool found: the facts, and the JSON that journal and events keep of them, made once for all who need it.
private struct ToolResult {
  let facts: [Fact]
  /// Each fact as JSON.
  let json: [JSONValue]
  /// Each fact as compact JSON.
  let texts: [String]

  /// All facts as compact JSON.
  var text: String { "[\(texts.joined(separator: ","))]" }

  init(facts: [Fact]) {
    self.init(facts: facts, json: facts.map(\.json))
  }

  init(json: JSONValue) throws {
    self.init(facts: try JSONValueDecoder().decode([Fact].self, from: json), json: json.array ?? [])
  }

  private init(facts: [Fact], json: [JSONValue]) {
    self.facts = facts
    self.json = json
    texts = json.map { $0.compact() }
  }
}

extension Fact {
  /// The fact without personal data in its conventions.
  fileprivate func scrubbed(by scrubber: PIIScrubber) -> Fact {
    Fact(
      id: id, name: name, value: value, unit: unit, asOf: asOf, tool: tool, toolVersion: toolVersion,
      params: scrubber.scrub(params), inputsHash: inputsHash, rows: rows, quality: quality, display: display)
  }
}

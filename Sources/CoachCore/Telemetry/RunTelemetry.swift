import Tracing

/// The spans of one run: the run itself, each agent, each tool call and each model call (OpenTelemetry GenAI names,
/// semantic conventions 1.41).
///
/// A span holds ids, names, counts and codes: no prompt, no answer, no argument, no message of an error. Where no tracer
/// was bootstrapped nothing of it is put together.
struct RunTelemetry: Sendable {
  /// The session's id.
  let session: String
  /// The id of this run of it, as log lines have it.
  let run: String
  /// Where durations are read.
  let clock: RunClock
  /// What stands for the model's price in the counter of costs; nil where none is known.
  var price: ModelPriceTable.Price?

  /// A span around the whole run; its end tells the outcome.
  func run(
    trigger: CoachRequest.Trigger?, _ work: @escaping @Sendable () async throws -> RunRecord
  ) async throws -> RunRecord {
    try await span(
      "invoke_workflow coach",
      { span in
        span.attributes["gen_ai.operation.name"] = "invoke_workflow"
        span.attributes["gen_ai.workflow.name"] = "coach"
        if let trigger { span.attributes["coach.trigger"] = trigger.rawValue }
      }
    ) { span in
      let record = try await work()
      CoachMetrics.count(record)
      guard span.isRecording else { return record }
      span.attributes["coach.outcome"] = record.outcome.rawValue
      span.attributes["coach.engine.version"] = record.engineVersion
      if let error = record.error {
        span.attributes["error.type"] = error.code
        span.setStatus(.init(code: .error))
      }
      return record
    }
  }

  /// A span around one attempt of a task.
  func agent<Value: Sendable>(
    _ node: TaskGraph.Node, attempt: Int, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await span(
      "invoke_agent \(node.agent)",
      { span in
        span.attributes["gen_ai.operation.name"] = "invoke_agent"
        span.attributes["gen_ai.agent.name"] = node.agent
        span.attributes["coach.node"] = node.id
        span.attributes["coach.attempt"] = attempt
      }
    ) { _ in try await work() }
  }

  /// A span around a tool that computes; a result from the cache or the journal has none.
  func tool<Value: Sendable>(
    _ name: String, node: String, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let began = clock.nanoseconds()
    defer { CoachMetrics.time(tool: name, nanoseconds: elapsed(since: began)) }
    return try await span(
      "execute_tool \(name)",
      { span in
        span.attributes["gen_ai.operation.name"] = "execute_tool"
        span.attributes["gen_ai.tool.name"] = name
        span.attributes["gen_ai.tool.type"] = "function"
        span.attributes["coach.node"] = node
      }
    ) { _ in try await work() }
  }

  /// A span around one call of a model.
  func model(
    _ name: String, node: String, _ request: ModelRequest,
    _ call: @escaping @Sendable () async throws -> ModelResponse
  ) async throws -> ModelResponse {
    let began = clock.nanoseconds()
    return try await span(
      "chat \(name)", kind: .client,
      { span in
        span.attributes["gen_ai.operation.name"] = "chat"
        span.attributes["gen_ai.request.model"] = name
        span.attributes["gen_ai.request.max_tokens"] = request.maxCompletionTokens
        span.attributes["coach.node"] = node
      }
    ) { span in
      let response: ModelResponse
      do {
        response = try await call()
      } catch {
        CoachMetrics.time(model: name, error: Self.code(of: error), nanoseconds: elapsed(since: began))
        throw error
      }
      CoachMetrics.time(model: name, error: nil, nanoseconds: elapsed(since: began))
      if let price { CoachMetrics.count(micros: price.cost(of: response.usage), model: name) }
      guard span.isRecording else { return response }
      span.attributes["gen_ai.usage.input_tokens"] = response.usage.inputTokens
      span.attributes["gen_ai.usage.output_tokens"] = response.usage.outputTokens
      span.attributes["gen_ai.response.finish_reasons"] = [response.finish]
      return response
    }
  }

  /// Nothing by a clock that has gone back.
  private func elapsed(since began: UInt64) -> UInt64 {
    let now = clock.nanoseconds()
    return now > began ? now - began : 0
  }

  /// A span that ends with its work, whatever becomes of it; an error leaves its code.
  ///
  /// Not `withSpan`, which records the error whole, and its message with it.
  private func span<Value: Sendable>(
    _ name: @autoclosure () -> String, kind: SpanKind = .internal, _ describe: (any Span) -> Void,
    _ work: @escaping @Sendable (any Span) async throws -> Value
  ) async throws -> Value {
    let span = InstrumentationSystem.tracer.startSpan(name(), ofKind: kind)
    defer { span.end() }
    if span.isRecording {
      describe(span)
      span.attributes["gen_ai.conversation.id"] = session
      span.attributes["coach.run.id"] = run
    }
    do {
      return try await InstrumentationContext.withValue(span.context) { try await work(span) }
    } catch {
      if span.isRecording {
        span.attributes["error.type"] = Self.code(of: error)
        span.setStatus(.init(code: .error))
      }
      throw error
    }
  }

  private static func code(of error: any Error) -> String {
    if let error = error as? CoachError { return error.code.description }
    return error is CancellationError ? "cancelled" : "other"
  }
}

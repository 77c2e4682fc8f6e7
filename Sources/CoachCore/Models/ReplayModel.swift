import JSONKit

/// Answers from a recorded run: what was answered to the same messages then is answered now.
///
/// A question the run was never asked is an error that names its topic and attempt, so that a replay never makes
/// anything up. It goes by the name of the model it stands in for, so that a replayed record is that of the run.
public struct ReplayModel: LanguageModel {
  /// The name of the recorded model.
  public let name: String
  /// Where the recorded answers came from.
  public let provenance: String
  private let answers: [String: ModelResponse]
  /// The questions, by hash, on which the model failed and which it never answered.
  private let failures: Set<String>

  /// Takes the answers of the model that wrote out of a record.
  public init(_ record: RunRecord) {
    self.init(record, model: record.model)
  }

  /// Takes the answers of one model out of a record.
  ///
  /// Of several answers to the same messages the first counts: they are those of one question that was asked by two
  /// tasks, and a run's model answers both alike.
  init(_ record: RunRecord, model: String) {
    name = model
    provenance = record.provenance
    answers = Dictionary(
      record.calls.filter { $0.model == model }.map {
        (
          $0.prompt.hash,
          ModelResponse(text: $0.completion, usage: $0.usage, finish: $0.finish, fault: $0.fault)
        )
      }, uniquingKeysWith: { first, _ in first })
    failures = Self.failures(in: record.events, of: model).subtracting(answers.keys)
  }

  /// A stand-in for each model a record names: the one that wrote first, and its critic.
  static func all(of record: RunRecord) -> [ReplayModel] {
    let named = [record.model] + [record.request?.options.critique].compactMap(\.self)
    let names = (named + record.calls.map(\.model)).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return names.map { ReplayModel(record, model: $0) }
  }

  /// The recorded answer.
  ///
  /// - Throws: `CoachError` with code `model_failed` where the recorded model failed too, or `replay_miss` naming the
  ///   topic and the attempt.
  public func generate(_ request: ModelRequest) async throws -> ModelResponse {
    let hash = try ContentHash.sha256(canonical: JSONValueEncoder().encode(request.messages))
    if let answer = answers[hash] { return answer }
    if failures.contains(hash) {
      throw CoachError(.modelFailed, "\(name) gave no answer when it was recorded")
    }
    let attempt = request.messages.filter { $0.role == .assistant }.count
    throw CoachError(
      .replayMiss,
      "the run holds no answer for attempt \(attempt) of \(Self.topic(request)) (messages \(hash.prefix(12))); "
        + "portfolio, prompts and engine must be those of the run")
  }

  /// The hashes of questions behind which the events tell of a failure of the model.
  private static func failures(in events: [CoachEvent], of model: String) -> Set<String> {
    func isOfModel(_ event: CoachEvent) -> Bool { event.data["model"]?.string == model }
    /// What a call and its result have in common.
    func call(_ event: CoachEvent) -> [JSONValue?] {
      ["node", "topic_key", "attempt", "purpose"].map { event.data[$0] }
    }
    let failed = events.filter {
      $0.type == .modelResult && isOfModel($0)
        && $0.data["error"]?.string == CoachError.Code.modelFailed.description
    }.map(call)
    return Set(
      events.filter { $0.type == .modelCalled && isOfModel($0) && failed.contains(call($0)) }
        .compactMap { $0.data["prompt_hash"]?.string })
  }

  /// The topic the contract of a prompt names.
  private static func topic(_ request: ModelRequest) -> String {
    let task = request.messages.first { $0.role == .user }?.text ?? ""
    let contract = MachineBlocks.lines(of: "contract", in: task)?.joined(separator: "\n") ?? ""
    return (try? JSONValue(parsing: contract))?["topic_key"]?.string ?? "a prompt without a topic"
  }
}

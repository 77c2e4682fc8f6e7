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

  /// Takes the answers out of a record.
  ///
  /// Of several answers to the same messages the first counts: they are those of one question that was asked by two
  /// tasks, and a run's model answers both alike.
  public init(_ record: RunRecord) {
    name = record.model
    provenance = record.provenance
    answers = Dictionary(
      record.calls.map {
        (
          $0.prompt.hash,
          ModelResponse(text: $0.completion, usage: $0.usage, finish: $0.finish, fault: $0.fault)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The recorded answer.
  ///
  /// - Throws: `CoachError` with code `replay_miss` naming the topic and the attempt.
  public func generate(_ request: ModelRequest) async throws -> ModelResponse {
    let hash = try ContentHash.sha256(canonical: JSONValueEncoder().encode(request.messages))
    if let answer = answers[hash] { return answer }
    let attempt = request.messages.filter { $0.role == .assistant }.count
    throw CoachError(
      .replayMiss,
      "the run holds no answer for attempt \(attempt) of \(Self.topic(request)) (messages \(hash.prefix(12))); "
        + "portfolio, prompts and engine must be those of the run")
  }

  /// The topic the contract of a prompt names.
  private static func topic(_ request: ModelRequest) -> String {
    let task = request.messages.first { $0.role == .user }?.text ?? ""
    let contract = MachineBlocks.lines(of: "contract", in: task)?.joined(separator: "\n") ?? ""
    return (try? JSONValue(parsing: contract))?["topic_key"]?.string ?? "a prompt without a topic"
  }
}

/// Where the tool `research` looks things up: the engine's own passages, later a provider on the network.
public protocol ResearchSource: Sendable {
  /// The name results carry.
  var name: String { get }
  /// The passages nearest to a question, nearest first.
  ///
  /// - Parameters:
  ///   - question: words without personal data, ids or figures of the investor.
  ///   - language: BCP 47 language of the passages.
  ///   - count: how many at most.
  func passages(on question: String, language: String, count: Int) async throws -> [PassageMatch]
}

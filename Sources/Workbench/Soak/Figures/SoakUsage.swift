import CoachCore

/// The tokens of a soak's sessions and what they cost, by the sessions' own events.
///
/// Of a session that was cancelled they are the least it took: a call under way is charged, and told by nobody.
struct SoakUsage: Codable, Sendable, Hashable {
  let inputTokens: Int
  let outputTokens: Int
  /// Millionths of a US dollar; nil where no price was named.
  let costMicros: Int64?
  /// The model whose prices the tokens were counted at.
  let pricedAs: String?

  enum CodingKeys: String, CodingKey {
    case inputTokens = "input_tokens"
    case outputTokens = "output_tokens"
    case costMicros = "cost_micros"
    case pricedAs = "priced_as"
  }

  /// Adds up sessions.
  ///
  /// - Parameter price: nil where the suite names none.
  init(_ verdicts: [StreamVerdict], price: ModelPriceTable.Price?) {
    inputTokens = verdicts.reduce(0) { SessionTranscript.sum($0, $1.use.input) }
    outputTokens = verdicts.reduce(0) { SessionTranscript.sum($0, $1.use.output) }
    costMicros = price?.cost(
      of: TokenUsage(calls: 0, inputTokens: inputTokens, outputTokens: outputTokens, estimated: true))
    pricedAs = price.map { "\($0.provider)/\($0.model)" }
  }

  /// Adds up soaks; nil where one does not tell what it took.
  ///
  /// A cost is told only where all were counted at the same prices.
  init?(joining usages: [SoakUsage?]) {
    let told = usages.compactMap(\.self)
    guard let first = told.first, told.count == usages.count else { return nil }
    inputTokens = told.reduce(0) { SessionTranscript.sum($0, $1.inputTokens) }
    outputTokens = told.reduce(0) { SessionTranscript.sum($0, $1.outputTokens) }
    let isAlike = told.allSatisfy { $0.pricedAs == first.pricedAs && $0.costMicros != nil }
    pricedAs = isAlike ? first.pricedAs : nil
    costMicros = isAlike ? told.reduce(0) { SessionTranscript.sum($0, $1.costMicros) } : nil
  }

  /// One line.
  var text: String {
    let cost = costMicros.map { "\(Figures.dollars(micros: $0)) as if priced at \(pricedAs ?? "")" }
    return "\(Figures.count(inputTokens)) tokens sent, \(Figures.count(outputTokens)) received"
      + (cost.map { "; \($0)" } ?? "")
  }
}

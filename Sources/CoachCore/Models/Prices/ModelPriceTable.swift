public import Finance
import JSONKit

/// What a model's tokens cost, by the date a price came into force.
///
/// Prices are whole micro-dollars per million tokens, so that costs add up without rounding drift.
public struct ModelPriceTable: Sendable {
  /// One price.
  public struct Price: Codable, Hashable, Sendable {
    /// Who sells the model.
    public let provider: String
    /// The model.
    public let model: String
    /// The first day the price holds.
    public let effectiveFrom: CivilDate
    /// Micro-dollars per million tokens sent.
    public let input: Int64
    /// Micro-dollars per million tokens received.
    public let output: Int64

    enum CodingKeys: String, CodingKey {
      case provider, model
      case effectiveFrom = "effective_from"
      case input, output
    }

    /// The cost of some tokens in micro-dollars, rounded up: a cap is never passed by rounding.
    public func cost(of usage: TokenUsage) -> Int64 {
      let total =
        Int128(usage.inputTokens) * Int128(input) + Int128(usage.outputTokens) * Int128(output)
      return Int64(clamping: (total + 999_999) / 1_000_000)
    }
  }

  /// The day the table was made.
  public let version: String
  private let prices: [Price]

  /// Reads the embedded table.
  ///
  /// - Throws: `CoachError` with code `invalid_request` when it cannot be read; a test proves it can.
  public init() throws(CoachError) {
    struct Document: Decodable {
      let version: String
      let prices: [Price]
    }
    do {
      let document = try JSONValueDecoder().decode(
        Document.self, from: JSONValue(parsing: PackageResources.model_prices_json))
      self.version = document.version
      self.prices = document.prices
    } catch {
      throw CoachError(.invalidRequest, "the embedded price table cannot be read: \(error)", cause: error)
    }
  }

  /// The names a price can be asked by, for example `openai/gpt-5-mini`.
  public var names: [String] {
    prices.map { "\($0.provider)/\($0.model)" }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The price in force on a date.
  ///
  /// - Parameter name: provider and model, for example `openai/gpt-5-mini`.
  /// - Throws: `CoachError` with code `unknown_model` when nothing is known for that name and date; a cost is never
  ///   taken as zero.
  public func price(_ name: String, on date: CivilDate) throws(CoachError) -> Price {
    let known = prices.filter { "\($0.provider)/\($0.model)" == name && $0.effectiveFrom <= date }
    guard let price = known.max(by: { $0.effectiveFrom < $1.effectiveFrom }) else {
      throw CoachError(
        .unknownModel,
        "no price is known for \"\(name)\" on \(date); there are prices for \(names.joined(separator: ", "))")
    }
    return price
  }
}

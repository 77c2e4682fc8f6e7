public import JSONKit

/// The JSON Schemas of the contracts, compiled from the documents embedded at build.
public struct ContractSchemas: Sendable {
  /// One contract: its name and its schema.
  public struct Contract: Sendable {
    /// The name with its version, for example `insight/1`.
    public let name: String
    /// The document as written.
    public let document: JSONValue
    /// The compiled schema.
    public let schema: JSONSchema
  }

  /// Every contract in order of name.
  public let contracts: [Contract]
  /// What a model returns.
  public let draft: JSONSchema
  /// What a model says of a draft that has passed.
  public let critique: JSONSchema
  /// What the analysts publish.
  public let insight: JSONSchema
  /// What the recommendation agent publishes.
  public let recommendation: JSONSchema

  /// Compiles the embedded documents.
  ///
  /// - Throws: `CoachError` with code `invalid_request` when a document is not a schema; a test proves none is.
  public init() throws(CoachError) {
    var contracts: [Contract] = []
    for (name, bytes) in Self.documents {
      do {
        let document = try JSONValue(parsing: bytes)
        contracts.append(Contract(name: name, document: document, schema: try JSONSchema(document)))
      } catch {
        throw CoachError(
          .invalidRequest, "the embedded schema \(name) cannot be compiled: \(error)", cause: error)
      }
    }
    self.contracts = contracts
    self.draft = try Self.schema("draft/1", in: contracts)
    self.critique = try Self.schema("critique/1", in: contracts)
    self.insight = try Self.schema("insight/1", in: contracts)
    self.recommendation = try Self.schema("recommendation/1", in: contracts)
  }

  private static func schema(_ name: String, in contracts: [Contract]) throws(CoachError) -> JSONSchema {
    guard let contract = contracts.first(where: { $0.name == name }) else {
      throw CoachError(.invalidRequest, "no schema \(name) is embedded")
    }
    return contract.schema
  }

  private static var documents: [(String, [UInt8])] {
    [
      ("critique/1", PackageResources.critique_schema_json),
      ("draft/1", PackageResources.draft_schema_json),
      ("event/1", PackageResources.event_schema_json),
      ("fact/1", PackageResources.fact_schema_json),
      ("insight/1", PackageResources.insight_schema_json),
      ("qa_report/1", PackageResources.qa_report_schema_json),
      ("recommendation/1", PackageResources.recommendation_schema_json),
      ("request/1", PackageResources.request_schema_json),
    ]
  }
}

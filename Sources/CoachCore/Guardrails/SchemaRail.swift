public import JSONKit

/// R2: the draft follows its JSON Schema: keys, types and lengths.
public struct SchemaRail: Rail {
  private let schema: JSONSchema

  /// R2.
  public var id: GuardrailVerdict.Rail { .schema }

  /// Makes the rail.
  ///
  /// - Parameter schema: the schema of a draft, `draft.schema.json`.
  public init(schema: JSONSchema) {
    self.schema = schema
  }

  /// One finding a violation, with the keyword that was violated as its code.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let json = subject.json else { return .nothingToJudge("JSON") }
    let findings = schema.validate(json).map { violation in
      let value = json[violation.instance]
      return GuardrailVerdict.Finding(
        code: "schema_\(violation.keyword)", field: "\(violation.instance)",
        whole: value?.string ?? value?.compact() ?? "", detail: violation.message)
    }
    guard findings.isEmpty, case .failure(let error) = subject.decoded else { return findings }
    // The schema let through what the type cannot hold; that is no draft either.
    return [.init(code: "undecodable", field: "\(error.pointer)", whole: "", detail: error.message)]
  }
}

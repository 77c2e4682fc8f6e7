import JSONKit

extension CaseResult: Codable {
  private enum CodingKeys: String, CodingKey {
    case schema, suite
    case caseID = "case"
    case kind, variant, model, trial, tags, status, checks, error, file, line, tokens
    case costMicros = "cost_micros"
    case pricedAs = "priced_as"
    case latencyMilliseconds = "latency_ms"
    case firstArtifactMilliseconds = "first_artifact_ms"
    case provenance, mutant, target, record
  }

  /// Writes every member, absent ones as `null`, so that all rows have the same shape.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(suite, forKey: .suite)
    try container.encode(caseID, forKey: .caseID)
    try container.encode(kind, forKey: .kind)
    try container.encode(variant, forKey: .variant)
    try container.encode(model, forKey: .model)
    try container.encode(trial, forKey: .trial)
    try container.encode(tags, forKey: .tags)
    try container.encode(status, forKey: .status)
    try container.encode(checks, forKey: .checks)
    try container.encode(error, forKey: .error)
    try container.encode(file, forKey: .file)
    try container.encode(line, forKey: .line)
    try container.encode(tokens, forKey: .tokens)
    try container.encode(costMicros, forKey: .costMicros)
    try container.encode(pricedAs, forKey: .pricedAs)
    try container.encode(latencyMilliseconds, forKey: .latencyMilliseconds)
    try container.encode(firstArtifactMilliseconds, forKey: .firstArtifactMilliseconds)
    try container.encode(provenance, forKey: .provenance)
    try container.encode(mutant, forKey: .mutant)
    try container.encode(target, forKey: .target)
    try container.encode(record, forKey: .record)
  }

  /// Reads a row.
  ///
  /// - Throws: the decoder's error for a member that is absent or of another type, and for another schema.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container, debugDescription: "expected \(Self.schema), found \(schema)")
    }
    suite = try container.decode(String.self, forKey: .suite)
    caseID = try container.decode(String.self, forKey: .caseID)
    kind = try container.decode(String.self, forKey: .kind)
    variant = try container.decode(String.self, forKey: .variant)
    model = try container.decode(String.self, forKey: .model)
    trial = try container.decode(Int.self, forKey: .trial)
    tags = try container.decode([String].self, forKey: .tags)
    status = try container.decode(CheckStatus.self, forKey: .status)
    checks = try container.decode([Check].self, forKey: .checks)
    error = try container.decodeIfPresent(Failure.self, forKey: .error)
    file = try container.decode(String.self, forKey: .file)
    line = try container.decode(Int.self, forKey: .line)
    tokens = try container.decode(Tokens.self, forKey: .tokens)
    costMicros = try container.decodeIfPresent(Int64.self, forKey: .costMicros)
    pricedAs = try container.decodeIfPresent(String.self, forKey: .pricedAs)
    latencyMilliseconds = try container.decode(Double.self, forKey: .latencyMilliseconds)
    firstArtifactMilliseconds = try container.decodeIfPresent(Double.self, forKey: .firstArtifactMilliseconds)
    provenance = try container.decode(Provenance.self, forKey: .provenance)
    mutant = try container.decodeIfPresent(Mutant.self, forKey: .mutant)
    target = try container.decodeIfPresent(String.self, forKey: .target)
    record = try container.decodeIfPresent(RecordReference.self, forKey: .record)
  }
}

extension CaseResult {
  /// The row as one line of JSON without its newline.
  ///
  /// Messages are shortened as far as needed to keep the line within `bytes`; names, tags and paths are never cut, so
  /// a row of very long ones may still be longer.
  ///
  /// - Throws: when a figure is not finite.
  public func line(atMost bytes: Int = 1_024) throws -> String {
    var row = self
    for length in [Self.longestMessage, 80, 40, 20, 0] {
      for index in row.checks.indices {
        row.checks[index].message = row.checks[index].message.cut(to: length)
      }
      row.error = row.error.map { Failure(kind: $0.kind, message: $0.message.cut(to: max(length, 40))) }
      let line = try JSONValueEncoder().encode(row).compact()
      if line.utf8.count <= bytes { return line }
    }
    return try JSONValueEncoder().encode(row).compact()
  }
}

import CoachCore

extension APIDocument {
  /// The engine's contract.
  ///
  /// - Throws: as ``init(_:contracts:)``.
  static func engine(_ contracts: ContractSchemas) throws -> APIDocument {
    try APIDocument(PackageResources.engine_json, contracts: contracts)
  }

  /// The façade's contract.
  ///
  /// - Throws: as ``init(_:contracts:)``.
  static func facade(_ contracts: ContractSchemas) throws -> APIDocument {
    try APIDocument(PackageResources.facade_json, contracts: contracts)
  }
}

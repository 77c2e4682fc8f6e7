extension CoachStore {
  /// The request a session was begun with, as its journal keeps it.
  ///
  /// - Returns: nil when the session had not come to write it down, or is none of the principal's.
  /// - Throws: `CoachError` with code `store_failed` when the storage fails or the entry cannot be read.
  public func openingRequest(
    ofSession session: String, as principal: Principal
  ) throws(CoachError) -> CoachRequest? {
    try SessionOpening(of: session, in: self, as: principal)?.request
  }
}

import CoachService

/// What a refused call threw.
enum Refusal {
  /// The code of the `AuthError` that something throws, nil when it throws none.
  static func code(_ body: () async throws -> Void) async -> AuthError.Code? {
    do {
      try await body()
      return nil
    } catch let error as AuthError {
      return error.code
    } catch {
      return AuthError.Code.unavailable
    }
  }
}

/// Runs work that must end in time.
enum Deadline {
  /// The time was up before the work ended; the work was cancelled.
  struct Passed: Error {}

  /// The work's result.
  ///
  /// - Throws: `Passed` when the time is up first, after the cancelled work has ended; else what the work throws.
  static func run<Result: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else { throw Passed() }
      return result
    }
  }
}

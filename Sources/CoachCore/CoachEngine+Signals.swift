public import Finance

extension CoachEngine {
  /// Runs a session and tells of it as it goes.
  ///
  /// Ending the iteration early cancels the run.
  ///
  /// - Returns: every event in order, each after it was made durable, with sentences between them if the request asks
  ///   for them; the last is the terminal event.
  public func signals(
    _ request: CoachRequest, snapshot: PortfolioSnapshot, identity: RunIdentity, store: any CoachStore
  ) -> AsyncThrowingStream<CoachSignal, any Error> {
    AsyncThrowingStream { continuation in
      let task = Task {
        do {
          _ = try await run(request, snapshot: snapshot, identity: identity, store: store) {
            continuation.yield($0)
          }
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}

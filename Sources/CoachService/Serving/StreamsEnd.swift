import ServiceLifecycle

/// Ends the streams when the service stops, with a comment their clients come back from.
struct StreamsEnd: Service {
  let hub: EventHub

  func run() async throws {
    try await gracefulShutdown()
    hub.stop()
  }
}

import ServiceLifecycle

/// Ends the streams a façade passes on when it stops, with a comment their clients come back from.
struct PassedStreamsEnd: Service {
  let streams: PassedStreams

  func run() async throws {
    try await gracefulShutdown()
    streams.stop()
  }
}

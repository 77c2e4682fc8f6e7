import ServiceLifecycle

/// Heartbeats and the ends of streams that have been open long enough.
struct StreamTime: Service {
  let hub: EventHub

  func run() async throws {
    await cancelWhenGracefulShutdown { await hub.keepTime() }
  }
}

import Hummingbird
import JSONKit
import NIOCore

/// What those who operate the service ask it: does it live, does it take requests, how is it doing, what is its contract.
struct OperationsRoutes: Sendable {
  let document: APIDocument
  /// Why it does not take requests; nil when it does.
  let unreadiness: @Sendable () async -> Problem?
  /// The figures in Prometheus' text format.
  let metrics: @Sendable () -> String
  /// What the server itself has now, beside the figures of its process.
  let figures: @Sendable () async -> [ScrapedFigure]

  func add(to router: Router<ServiceContext>) {
    router.get("/healthz") { _, _ in Response(["status": "ok"]) }
    router.get("/readyz") { _, _ in
      if let problem = await unreadiness() { throw problem }
      return Response(["status": "ok"])
    }
    router.get("/metrics") { _, _ in
      let scraped = await figures() + ProcessFigures.read()
      return Response(
        status: .ok, headers: [.contentType: PrometheusRegistry.contentType],
        body: .init(byteBuffer: ByteBuffer(string: metrics() + scraped.map(\.text).joined())))
    }
    router.get("/openapi.json") { _, _ in Response(document.json) }
  }
}

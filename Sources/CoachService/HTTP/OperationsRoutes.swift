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

  func add(to router: Router<ServiceContext>) {
    router.get("/healthz") { _, _ in Response(["status": "ok"]) }
    router.get("/readyz") { _, _ in
      if let problem = await unreadiness() { throw problem }
      return Response(["status": "ok"])
    }
    router.get("/metrics") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(string: metrics())))
    }
    router.get("/openapi.json") { _, _ in Response(document.json) }
  }
}

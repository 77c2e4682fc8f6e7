import CoachCore
import Hummingbird
import JSONKit

extension EngineAPI {
  /// How long a caller is kept waiting for a job before it is told that the job goes on.
  static let patience = Duration.seconds(20)

  /// Does a job that is due; a caller's time is short, so what takes longer goes on behind the answer.
  func webhook(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryItems(request, knowing: ["job"])
    guard let job = CronJob(rawValue: try query.required("job")) else {
      throw Problem.badRequest(
        "job must be one of \(CronJob.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let change = try await change(request, for: job)
    let jobs = jobs
    let report = try await Patience.value(within: Self.patience, by: clock) {
      try await jobs.report(job, change: change)
    }
    if let report { return Response(.object(report.json)) }
    return Response(["job": .string(job.rawValue), "state": "running"], status: .accepted)
  }

  /// What has changed, as the body of a `POST` tells; nothing for a `GET`.
  private func change(_ request: Request, for job: CronJob) async throws -> DataChange? {
    guard request.method == .post, request.headers[.contentType] != nil else { return nil }
    let body = try await request.jsonObject(upTo: bodyLimit)
    try document.check(body, as: "DataChange")
    guard job == .postIngest else {
      guard body.isEmpty else {
        throw Problem(.unprocessableContent, "invalid_request", "only post_ingest takes a body")
      }
      return nil
    }
    return try JSONValueDecoder().decode(DataChange.self, from: .object(body))
  }
}

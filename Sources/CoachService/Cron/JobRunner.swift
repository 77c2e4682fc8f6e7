import CoachCore
import Logging

/// Does jobs, each once at a time: who asks for one that goes on waits for that one.
actor JobRunner {
  private let pipelines: CoachPipelines
  private let outbox: any OutboxDelivery
  private let logger: Logger
  private var underWay: [Work: Task<JobReport, any Error>] = [:]

  private struct Work: Hashable {
    let job: CronJob
    let change: DataChange?
  }

  init(pipelines: CoachPipelines, outbox: any OutboxDelivery, logger: Logger) {
    self.pipelines = pipelines
    self.outbox = outbox
    self.logger = logger
  }

  /// Does a job to its end.
  ///
  /// - Parameter change: what has changed, for `post_ingest`.
  /// - Throws: what the pipelines throw.
  func report(_ job: CronJob, change: DataChange? = nil) async throws -> JobReport {
    let work = Work(job: job, change: change)
    if let task = underWay[work] { return try await task.value }
    let task = Task { try await carryOut(work) }
    underWay[work] = task
    defer { underWay[work] = nil }
    return try await task.value
  }

  /// Does a job and writes down what came of it, for those who cannot be told.
  func run(_ job: CronJob) async {
    do {
      let report = try await report(job)
      logger.info("job done", metadata: ["job": "\(job.rawValue)", "report": "\(report.json)"])
    } catch {
      let code = (error as? CoachError)?.code.description ?? "other"
      logger.error("job failed", metadata: ["job": "\(job.rawValue)", "code": "\(code)"])
    }
  }

  private func carryOut(_ work: Work) async throws -> JobReport {
    var report = JobReport(work.job)
    if let checkIn = work.job.checkIn {
      let done = try await pipelines.checkIn(checkIn)
      report.date = done.date
      for result in done.results.values { report.count(result) }
    } else {
      for result in try await pipelines.dataChanged(work.change ?? DataChange()).values {
        report.count(result)
      }
    }
    report.sent = try await outbox.deliver()
    return report
  }
}

import CoachCore
import Foundation
import ServiceLifecycle

/// Does the jobs that have a time, in a deployment where nobody outside calls for them.
///
/// Times that passed while no process ran are not made up for: a check-in that comes late does what is left to do.
struct CronScheduler: Service {
  let clock: RunClock
  /// Does a job to its end, and sees to what goes wrong in it.
  let perform: @Sendable (CronJob) async -> Void

  func run() async throws {
    await withTaskGroup(of: Void.self) { group in
      for job in CronJob.allCases {
        guard let schedule = job.schedule else { continue }
        group.addTask { await keep(schedule, for: job) }
      }
    }
  }

  private func keep(_ schedule: CronSchedule, for job: CronJob) async {
    await cancelWhenGracefulShutdown {
      var timer = CronTimer(schedule, from: clock.now())
      while !Task.isCancelled {
        if let wait = timer.wait(at: clock.now()) {
          // Ends early only when the service does.
          guard (try? await clock.sleep(.seconds(wait))) != nil else { return }
        } else {
          await perform(job)
        }
      }
    }
  }
}

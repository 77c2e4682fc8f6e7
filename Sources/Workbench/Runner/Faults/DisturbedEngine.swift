import CoachCore
import Finance
import Foundation

/// Sets the engine up for a case in which something goes wrong.
struct DisturbedEngine: Sendable {
  let standard: CoachEngine.Configuration
  let conditions: CaseConditions
  /// `provider/model` whose prices the embedded model's tokens count at.
  let pricedAs: String?
  /// The day of the case, on which its clock stands.
  let day: CivilDate

  /// A set-up with breakers and a provider of its own, as a process that has just started has.
  ///
  /// - Parameter models: the models the case asks.
  /// - Throws: `CoachError` with code `unknown_model`.
  func configuration(asking models: [String]) throws -> CoachEngine.Configuration {
    var configuration = standard
    configuration.clock = try Self.clock(on: day)
    configuration.breakers = CircuitBreakers()
    configuration.budget.userDay = conditions.budget.userDay
    configuration.budget.globalDay = conditions.budget.globalDay
    if conditions.budget.capsMoney { configuration.budget.pricedAs = pricedAs }
    // No answer is in time where there is none, and nobody has to wait for it.
    if let tool = conditions.faults.slowTool { configuration.toolLimits.nanosecondsByTool[tool] = 0 }
    if let fault = conditions.faults.provider {
      configuration.models = ModelCatalog(
        extra: try models.map { FaultyProvider(try standard.models.model($0), fault: fault) })
    }
    return configuration
  }

  /// A clock that stands at noon in India: what is decided by the time of day is decided the same in every run.
  ///
  /// Durations are the machine's. The short waits between two tries are not waited out; deadlines are.
  private static func clock(on day: CivilDate) throws -> RunClock {
    let noon = try Date("\(day)T06:30:00Z", strategy: .iso8601)
    return RunClock(now: { noon }, nanoseconds: RunClock.system.nanoseconds) { duration in
      if duration > longestBackoff { return try await Task.sleep(for: duration) }
      try Task.checkCancellation()
      await Task.yield()
    }
  }

  /// The longest wait between two tries of a task.
  private static let longestBackoff = Duration.seconds(5)
}

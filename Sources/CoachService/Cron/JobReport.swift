import CoachCore
import Finance
import JSONKit

/// What a job came to: how many users by what became of them, never which.
struct JobReport: Hashable, Sendable {
  let job: CronJob
  /// The IST date of a check-in.
  var date: CivilDate?
  /// Users by what became of them.
  private(set) var results: [String: Int] = [:]
  /// Notifications that left the outbox; nil when another drain was at work.
  var sent: Int?

  init(_ job: CronJob) {
    self.job = job
  }

  mutating func count(_ result: CheckInReport.Result) {
    switch result {
    case .ran(let outcome): results[outcome.rawValue, default: 0] += 1
    case .alreadyDone: results["already_done", default: 0] += 1
    case .noPortfolio: results["no_portfolio", default: 0] += 1
    case .failed: results["not_run", default: 0] += 1
    }
  }

  mutating func count(_ result: DataChangeResult) {
    switch result {
    case .untouched: results["untouched", default: 0] += 1
    case .noPortfolio: results["no_portfolio", default: 0] += 1
    case .nothingNamed: results["nothing_named", default: 0] += 1
    case .ran(let record, _, _): results[record.outcome.rawValue, default: 0] += 1
    case .alreadyTold: results["already_done", default: 0] += 1
    case .underWay: results["under_way", default: 0] += 1
    case .failed: results["not_run", default: 0] += 1
    }
  }

  /// As the API document has it.
  var json: JSONObject {
    var object: JSONObject = ["job": .string(job.rawValue), "state": "done"]
    object["date"] = date.map { .string($0.description) }
    object["results"] = .object(
      JSONObject(results.sorted { $0.key < $1.key }.map { ($0.key, .number(JSONNumber($0.value))) }))
    object["sent"] = sent.map { .number(JSONNumber($0)) }
    return object
  }
}

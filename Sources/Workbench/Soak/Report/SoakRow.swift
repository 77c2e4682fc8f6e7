import JSONKit
import Scoring

/// One session as a line of `results.jsonl` (`soak-row/1`).
struct SoakRow: Codable, Sendable {
  /// The soak it is of, where several were joined.
  var run: String?
  let session: Int
  /// Whose session it was, from 1; nil in a file that does not tell it.
  var user: Int?
  /// The id the service gave it.
  let id: String?
  let caseID: String
  let behaviour: Behaviour
  /// `passed`, `failed` or `error`.
  let status: String
  /// How it ended; nil when it did not.
  let outcome: String?
  /// Milliseconds of the soak's clock from the start of the load.
  let begunMilliseconds: Double
  let totalMilliseconds: Double
  let firstArtifactMilliseconds: Double?
  /// How much later than due its request was sent.
  let timerMilliseconds: Double
  let events: Int
  let repeats: Int
  let openings: Int
  /// The tokens of its calls; nil in a file that does not tell them.
  var tokens: Int?
  let budget: BudgetFigures?
  let findings: [StreamFinding]

  enum CodingKeys: String, CodingKey {
    case run, session, user, id
    case caseID = "case"
    case behaviour, status, outcome
    case begunMilliseconds = "begun_ms"
    case totalMilliseconds = "total_ms"
    case firstArtifactMilliseconds = "first_artifact_ms"
    case timerMilliseconds = "timer_error_ms"
    case events, repeats, openings, tokens, budget, findings
  }

  /// - Parameter origin: when the load began.
  init(_ verdict: StreamVerdict, origin: UInt64) {
    let log = verdict.log
    let artifact = log.events.first { $0.type.hasPrefix("artifact.") }
    session = log.plan.number
    user = log.plan.user
    id = log.session
    caseID = verdict.caseID
    behaviour = log.plan.behaviour
    status = verdict.isError ? "error" : verdict.isOK ? "passed" : "failed"
    outcome = verdict.outcome?.rawValue
    begunMilliseconds = SoakTime.milliseconds(from: origin, to: log.begun)
    totalMilliseconds = SoakTime.milliseconds(from: log.begun, to: log.ended)
    firstArtifactMilliseconds = artifact.map { SoakTime.milliseconds(from: log.begun, to: $0.at) }
    timerMilliseconds = SoakTime.milliseconds(from: log.due, to: log.begun)
    events = verdict.events
    repeats = verdict.repeats
    openings = log.openings
    tokens = verdict.use.tokens
    budget = verdict.budget
    findings = verdict.findings
  }

  var isFailing: Bool { status != "passed" }

  /// Its number, with its soak where several were joined.
  var label: String { run.map { "\(session) of \($0)" } ?? "\(session)" }
}

import CoachCore
import Foundation
import Scoring

/// The whole of a search for the knee: what its `knee.json` holds (`soak-knee/1`).
struct SoakKnee: Codable, Sendable {
  let schema: String
  let run: String
  let version: String
  let suite: String
  /// The façade, for one that was not started for it.
  let target: String?
  let startedAt: String
  /// That of the first rung; each further one has the next.
  let seed: UInt64
  let host: String
  let processors: Int
  /// The time over which the sessions of each rung began, of all its rounds.
  let rampSeconds: Double
  /// The most sessions that were to be tried.
  let most: Int
  /// The greatest number that held, and the least that broke; nil when none did.
  let held: Int?
  let broke: Int?
  /// The result in a sentence.
  let says: String
  /// Why the result may be this machine's and not the service's; nil when nothing points to it.
  let clientNote: String?
  /// In the order in which they were held.
  let rungs: [KneeRung]
  let exitStatus: Int32
  let exitReasons: [String]

  enum CodingKeys: String, CodingKey {
    case schema, run, version, suite, target
    case startedAt = "started_at"
    case seed, host, processors
    case rampSeconds = "ramp_s"
    case most, held, broke, says
    case clientNote = "client_note"
    case rungs
    case exitStatus = "exit_status"
    case exitReasons = "exit_reasons"
  }

  /// Sums up a search.
  ///
  /// - Parameter isInterrupted: whether a person ended it before the search did.
  init(
    _ search: KneeSearch, _ rungs: [KneeRung], of suite: SoakSuite, _ provenance: SoakProvenance,
    isInterrupted: Bool
  ) {
    let rampSeconds = suite.settings.arrivalSeconds
    let words = KneeWords(search, rungs, rampSeconds: rampSeconds, isInterrupted: isInterrupted)
    schema = "soak-knee/1"
    run = provenance.run
    version = CoachEngine.version
    self.suite = suite.suite.file
    target = provenance.target
    startedAt = provenance.startedAt
    seed = provenance.seed
    host = ProcessInfo.processInfo.hostName
    processors = ProcessInfo.processInfo.activeProcessorCount
    self.rampSeconds = rampSeconds
    most = search.most
    (held, broke) = (search.held, search.broke)
    says = words.result
    clientNote = words.clientNote
    self.rungs = rungs
    exitStatus =
      isInterrupted
      ? ExitStatus.interrupted.rawValue
      // A search that has found something has done its work, wherever the knee lies.
      : search.held == nil
        ? rungs.first?.exitStatus ?? ExitStatus.nothingSelected.rawValue
        : ExitStatus.passed.rawValue
    exitReasons = [ExitStatus(rawValue: exitStatus)].compactMap { $0 }.filter { $0 != .passed }.map(\.reason)
  }
}

extension SoakSettings {
  /// Seconds over which sessions arrive, of all rounds together.
  var arrivalSeconds: Double { ramp / .seconds(1) * Double(rounds) }
}

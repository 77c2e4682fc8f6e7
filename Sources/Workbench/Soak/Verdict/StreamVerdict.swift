import JSONKit
import Scoring

/// What is to be said of one session of a soak: whether its stream was whole and said what it should.
struct StreamVerdict: Sendable {
  private(set) var log: SessionLog
  let caseID: String
  /// Empty for a stream that is right.
  private(set) var findings: [StreamFinding]
  /// Whether the session broke off, so that not everything could be asked.
  let isError: Bool
  /// How it ended; nil when it did not.
  let outcome: Observation.Outcome?
  /// What its calls took, and why it ran out where it did.
  private(set) var use = TokenUse()
  /// Nil where no cap was brought.
  private(set) var budget: BudgetFigures?
  /// Events that came again after a reconnect.
  let repeats: Int
  /// How many stored events it had.
  let events: Int

  var isOK: Bool { findings.isEmpty }

  /// The verdict with the times and types of its events, without their text.
  var withoutPayloads: StreamVerdict {
    var verdict = self
    verdict.log.events = log.events.map {
      ReceivedLine(seq: $0.seq, type: $0.type, data: "", at: $0.at, connection: $0.connection)
    }
    return verdict
  }

  /// Judges a session.
  init(_ log: SessionLog, of member: SoakSuite.Member, in suite: SoakSuite) {
    let order = StreamOrder(log.events)
    self.log = log
    caseID = member.test.id
    repeats = order.repeats
    events = order.lines.count
    findings = log.failure.map { [StreamFinding(kind: "transport", message: $0)] } ?? []
    isError = log.failure != nil
    // What follows a break is of the break.
    if !isError { findings += order.findings }
    let transcript: SessionTranscript?
    do throws(TargetError) {
      transcript = try Self.transcript(order, log)
    } catch {
      transcript = nil
      if findings.isEmpty { findings.append(StreamFinding(kind: "schema", message: error.message)) }
    }
    outcome = transcript?.outcome
    guard let transcript else { return }
    use = TokenUse(transcript)
    let isShared = suite.settings.caps.explain(use)
    findings +=
      Self.terminalFindings(transcript, log, ranOutOfSharedCap: isShared) + Self.twinFindings(log)
      + Self.callFindings(transcript)
    let isExpected = log.plan.behaviour == .exhaust || isShared
    findings += Self.checkFindings(transcript, member, ranOutAsExpected: isExpected, suite)
    let cap = log.plan.behaviour == .exhaust ? suite.settings.exhaustTokens : member.cap
    budget = cap.map { BudgetFigures(cap: $0, use, transcript: transcript) }
    if let budget, budget.isOverrun {
      findings.append(
        StreamFinding(kind: "budget", message: "\(budget.used) tokens were used under a cap of \(budget.cap)")
      )
    }
  }

  private static func transcript(_ order: StreamOrder, _ log: SessionLog) throws(TargetError)
    -> SessionTranscript
  {
    var heard: [HeardEvent] = []
    for line in order.lines {
      guard let json = try? JSONValue(parsing: line.data) else {
        throw TargetError(.malformed, "the payload of event \(line.seq ?? 0) is no JSON")
      }
      let event = try HeardEvent(json, milliseconds: SoakTime.milliseconds(from: log.begun, to: line.at))
      guard event.seq == line.seq, event.type == line.type, json["session"]?.string == log.session else {
        throw TargetError(
          .malformed, "the frame of event \(line.seq ?? 0) and its payload name different events")
      }
      heard.append(event)
    }
    return try SessionTranscript(heard)
  }
}

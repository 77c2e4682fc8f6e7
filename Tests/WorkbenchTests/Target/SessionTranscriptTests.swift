import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring
import Testing

@testable import Workbench

/// One who only hears a session's events must come to the verdict of one who holds its record.
@Suite("A session judged by its events alone")
struct SessionTranscriptTests {
  private struct Heard {
    let trial: Trial
    let run: RunRecord
    let record: JSONObject
    let transcript: SessionTranscript
    let expected: ExpectedFacts?
  }

  private let setup: EngineSetup
  private let project: Project
  private let schemas: [String: JSONSchema]

  init() throws {
    project = try Project(containing: #filePath)
    setup = try EngineSetup(project: project)
    schemas = Dictionary(
      uniqueKeysWithValues: setup.configuration.contracts.contracts.map { ($0.name, $0.schema) })
  }

  /// Runs every session of the core suite on a model, in process, and hears its events.
  private func sessions(model: String) async throws -> [Heard] {
    let selection = try SuiteSelection(files: [project.root.appending(path: "suites/core.yaml").path])
    let inputs = try SuiteInputs(selection.cases, project: project)
    // The largest portfolio takes a debug build most of a minute; once is enough.
    let isRepeat = model != "composer"
    let trials = Trial.all(of: selection, variants: [], models: [model], trials: 1)
      .filter { $0.test.kind == "session" && !(isRepeat && $0.test.id == "five-thousand-lines") }
    return try await withThrowingTaskGroup(of: Heard.self) { group in
      for trial in trials {
        group.addTask {
          let run = try await CaseRun(setup: setup, inputs: inputs, seed: 1).run(trial).record
          let record = try #require(try JSONValueEncoder().encode(run).object)
          return Heard(
            trial: trial, run: run, record: record, transcript: try Self.hear(record),
            expected: inputs.snapshot(trial.suite, trial.test)?.portfolio.expected)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
        .sorted { $0.trial.test.id < $1.trial.test.id }
    }
  }

  /// The events as text and back, one a millisecond.
  private static func hear(_ record: JSONObject) throws -> SessionTranscript {
    let events = try #require(record["events"]?.array)
    return try SessionTranscript(
      try events.enumerated().map { place, event in
        try HeardEvent(try JSONValue(parsing: event.compact()), milliseconds: Double(place + 1))
      })
  }

  /// What the record's holder and the listener judge; the time is the listener's for both.
  private func observations(_ session: Heard) -> (held: Observation, heard: Observation) {
    let heard = Observation(
      session.transcript, provenance: Provenance(rawValue: session.run.provenance) ?? .live,
      schemas: schemas, expected: session.expected, costMicros: 7)
    var held = Observation(
      session.record, of: session.run, schemas: schemas, expected: session.expected, costMicros: 7)
    #expect((held.firstArtifactMilliseconds == nil) == (heard.firstArtifactMilliseconds == nil))
    held.totalMilliseconds = heard.totalMilliseconds
    held.firstArtifactMilliseconds = heard.firstArtifactMilliseconds
    return (held, heard)
  }

  @Test(
    "every check of every session comes out alike, and every part is what the record holds",
    arguments: ["composer", "faulty:invent_number"])
  func alike(model: String) async throws {
    let sessions = try await sessions(model: model)
    let goldens = GoldenFolder(root: project.goldens, project: project)
    #expect(sessions.count > 20)
    for session in sessions {
      let (held, heard) = observations(session)
      expectSameParts(held, heard, session)
      let context = CheckContext(
        golden: try goldens.read(suite: session.trial.suite.name, caseID: session.trial.test.id))
      #expect(!session.trial.test.checks.isEmpty)
      for check in session.trial.test.checks {
        #expect(
          check.evaluate(heard, in: context) == check.evaluate(held, in: context),
          "\(session.trial.test.id): \(check.name)")
      }
    }
  }

  private func expectSameParts(_ held: Observation, _ heard: Observation, _ session: Heard) {
    let id = session.trial.test.id
    #expect(heard.facts == held.facts, "\(id): facts")
    #expect(heard.artifacts == held.artifacts, "\(id): artifacts")
    #expect(heard.plan == held.plan, "\(id): plan")
    #expect(heard.verdicts == held.verdicts, "\(id): verdicts")
    #expect(heard.writers == held.writers, "\(id): writers")
    #expect(heard.usage == held.usage, "\(id): usage")
    #expect(heard.outcome == held.outcome, "\(id): outcome")
    #expect(session.transcript.toolCalls == session.run.toolCalls, "\(id): tool calls")
    #expect(session.transcript.usage(of: nil) == held.usage, "\(id): the sum of the calls")
  }

  @Test("a stream without its end, and an event that is none, are refused")
  func refused() throws {
    let event: JSONValue = ["v": 1, "seq": 1, "type": "session.started", "data": [:]]
    let started = try HeardEvent(event, milliseconds: 1)
    #expect(throws: TargetError.self) { try SessionTranscript([]) }
    let error = #expect(throws: TargetError.self) { try SessionTranscript([started]) }
    #expect(try #require(error).message.contains("after event 1, session.started"))
    let others: [JSONValue] = [
      .null, [:], ["seq": 1.5, "type": "usage", "data": [:]], ["seq": 1, "type": "usage"],
    ]
    for other in others { #expect(throws: TargetError.self) { try HeardEvent(other, milliseconds: 0) } }
  }

  @Test("times are the client's: to the end, to the first artifact, of each task")
  func times() throws {
    let types = [
      "session.started", "agent.started", "artifact.insight", "agent.finished", "session.completed",
    ]
    let events = try types.enumerated().map { place, type in
      let event: JSONValue = [
        "v": 1, "seq": .number(JSONNumber(place + 1)), "session": "s", "type": .string(type),
        "data": ["node": "qa_citation", "writer": "template"],
      ]
      return try HeardEvent(event, milliseconds: Double(10 * (place + 1)))
    }
    let transcript = try SessionTranscript(events)
    let record = transcript.record(request: [:], startedAt: "2026-08-14T00:00:00.000Z", provenance: .live)
    #expect(transcript.totalMilliseconds == 50 && transcript.firstArtifactMilliseconds == 30)
    #expect(record["timings"]?["nodes"] == [["id": "qa_citation", "start_ms": 20.0, "ms": 20.0]])
    #expect(record["error"] == nil && record["outcome"] == "completed")
  }
}

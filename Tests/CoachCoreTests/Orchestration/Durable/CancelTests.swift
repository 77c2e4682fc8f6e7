import JSONKit
import Synchronization
import Testing

@testable import CoachCore

/// The law of cancel: once it has returned nothing begins, and what is left is whole.
@Suite("Cancel")
struct CancelTests {
  @Test("a thousand runs cancelled somewhere start nothing more and end once")
  func somewhere() async throws {
    var cancelled = 0
    for seed in UInt64(1)...1_000 {
      let run = try ScriptedRun.random(seed: seed)
      var random = SplitMix(seed: seed)
      let record = try await cancel(run, after: Int.random(in: 0..<30, using: &random), byTask: seed % 2 == 0)
      if record.outcome == .cancelled { cancelled += 1 }
      try expectWhole(record, run)
    }
    print("cancel: 1000 runs, \(cancelled) ended cancelled")
    #expect(cancelled > 500)
  }

  /// Runs, and cancels from outside once so many signals were heard.
  private func cancel(_ run: ScriptedRun, after signals: Int, byTask: Bool) async throws -> RunRecord {
    let heard = Mutexed(0)
    let control = RunControl()
    let work = Task {
      defer { heard.set(.max) }
      return try await run.run(control: control, listener: { _ in heard.change { $0 += 1 } })
    }
    while heard.value < signals { await Task.yield() }
    if byTask { work.cancel() } else { control.cancel() }
    control.cancel()
    let begun = control.callsBegun
    let record = try await work.value
    #expect(control.callsBegun == begun && run.calls.total <= begun, "a call began after the cancel")
    return record
  }

  private func expectWhole(_ record: RunRecord, _ run: ScriptedRun) throws {
    #expect(run.calls.faults.isEmpty)
    let stored = try run.base.events(session: run.session, after: 0, as: run.owner)
    #expect(stored == record.events && stored.map(\.seq) == Array(1...stored.count))
    let ends = stored.filter(\.type.isTerminal)
    #expect(ends.count == 1 && stored.last == ends.first)
    let isCancelled = record.outcome == .cancelled
    #expect((ends.first?.type == .sessionCancelled) == isCancelled)
    let session = try #require(try run.base.session(run.session, as: run.owner))
    #expect((session.status == .cancelled) == isCancelled)
    if isCancelled { #expect(session.cancelRequestedAt != nil) }
    let told = stored.filter { $0.type == .artifactInsight }.compactMap { $0.data["topic_key"]?.string }
    #expect(try run.base.insights(session: run.session, as: run.owner).map(\.topicKey) == told)
  }

  // How long that takes among other tests says nothing; `benchmark-sessions PROJECT cancel` measures it alone.
  @Test("a model that never answers and does not listen holds nobody up")
  func deaf() async throws {
    for seed in UInt64(1)...200 {
      let graph = try TaskGraph([.init(id: "a", agent: "a"), .init(id: "b", agent: "b")])
      let run = try ScriptedRun(graph, ["a": [.deaf], "b": [.tool(fails: false), .deaf]], seed: seed)
      let control = RunControl()
      let work = Task { try await run.run(control: control) }
      while run.calls.total < 3 { await Task.yield() }
      control.cancel()
      let record = try await work.value
      #expect(record.outcome == .cancelled)
    }
  }

  @Test("a cancel that another process asks for in the store is heard before the next call")
  func elsewhere() async throws {
    for seed in UInt64(1)...20 {
      let run = try ScriptedRun.random(seed: seed)
      let record = try await run.run { signal in
        guard case .event(let event) = signal else { return }
        guard event.type == .planReady else { return }
        try? run.base.requestCancel(session: run.session, at: "t", as: run.owner)
      }
      #expect(record.outcome == .cancelled && run.calls.total == 0)
      try expectWhole(record, run)
    }
  }

  @Test("a cancel before the run begins leaves a session that has only begun and ended")
  func early() async throws {
    let run = try ScriptedRun.random(seed: 3)
    let control = RunControl()
    control.cancel()
    let record = try await run.run(control: control)
    #expect(record.events.map(\.type) == [.sessionStarted, .planReady, .usage, .sessionCancelled])
    #expect(run.calls.total == 0)
    #expect(try run.base.session(run.session, as: run.owner)?.cancelRequestedAt != nil)
  }
}

/// A value several tasks change.
final class Mutexed<Value: Sendable>: Sendable {
  private let state: Mutex<Value>

  init(_ value: Value) { state = Mutex(value) }

  var value: Value { state.withLock { $0 } }
  func set(_ value: Value) { state.withLock { $0 = value } }
  func change(_ body: @Sendable (inout Value) -> Void) { state.withLock { body(&$0) } }
}

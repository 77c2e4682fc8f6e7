import CoachCore
import Dispatch
import Finance
import JSONKit
import Synchronization

/// How long a cancelled session takes to end while all of its agents wait for a model that never answers, and that does
/// not notice when nobody waits any more.
enum CancelWait {
  /// Milliseconds from the cancel to the record, of so many sessions.
  static func measure(_ bench: SessionBench, runs: Int) async throws -> [Double] {
    let snapshot = try bench.snapshot(Sessions.portfolio)
    let model = DeafModel()
    let engine = try bench.engine(.closedForm, model: model)
    var times: [Double] = []
    for run in 1...runs {
      let control = RunControl()
      let store = try SQLiteCoachStore.inMemory()
      let session = Task {
        try await bench.session(engine, snapshot, store: store, model: model.name, control: control)
      }
      // Goal insights, performance and allocation ask side by side.
      while model.asked < 3 * run { await Task.yield() }
      let began = DispatchTime.now().uptimeNanoseconds
      control.cancel()
      let record = try await session.value
      times.append(Double(DispatchTime.now().uptimeNanoseconds - began) / 1_000_000)
      guard record.outcome == .cancelled else {
        throw FinanceError(
          .missing, "a cancelled session of \(Sessions.portfolio) ended as \(record.outcome)")
      }
    }
    return times
  }

  /// A model that takes every question and answers none.
  private final class DeafModel: LanguageModel {
    let name = "deaf"
    let provenance = "embedded"
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

    var asked: Int { waiting.withLock(\.count) }

    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      await withCheckedContinuation { forever in waiting.withLock { $0.append(forever) } }
      return ModelResponse(text: "", usage: TokenUsage(), finish: "stop")
    }
  }
}

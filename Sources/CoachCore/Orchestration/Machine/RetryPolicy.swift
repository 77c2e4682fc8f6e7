import Foundation

/// How often a task may be tried, how long it waits in between, and how long it may take.
struct RetryPolicy: Equatable, Sendable {
  /// Attempts of one task, the first included.
  var attempts = 3
  /// Retries of all tasks of a run together, so that a dead provider is not asked for ever.
  var retries = 4
  /// The wait before the second attempt; it doubles from one attempt to the next.
  var firstDelay = Duration.milliseconds(200)
  /// The longest wait.
  var longestDelay = Duration.seconds(5)
  /// The longest an attempt may take.
  var deadline = Duration.seconds(60)

  static let standard = RetryPolicy()

  /// Deals the retries of a run out to its tasks, the first in the graph first; QA & citation, which calls nobody, has none.
  ///
  /// Were they taken from one heap, it would be up to the schedule which of the tasks side by side goes without.
  func shares(of graph: TaskGraph) -> [String: Int] {
    let tasks = graph.nodes.filter { $0.agent != AgentName.qaCitation }
    return Dictionary(
      uniqueKeysWithValues: tasks.enumerated().map { place, node in
        (node.id, max(0, retries) / tasks.count + (place < max(0, retries) % tasks.count ? 1 : 0))
      })
  }

  /// The wait before an attempt: between half and the whole of a doubling step, by the seed.
  ///
  /// Tasks that failed together do not come back together, and the same run waits the same again.
  func delay(before attempt: Int, of task: String, seed: UInt64) -> Duration {
    let step = min(longestDelay, firstDelay * (1 << min(max(attempt - 2, 0), 20)))
    let hash = ContentHash.sha256("\(seed)|\(task)|\(attempt)").prefix(8)
    let share = Double(UInt32(hash, radix: 16) ?? 0) / Double(UInt32.max)
    return step / 2 + step / 2 * share
  }
}

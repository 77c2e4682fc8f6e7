/// Which tasks of a graph may start, as a pure state machine: endings go in, names to start come out.
///
/// A task starts once everything it waits for has ended, well or badly: a failed branch degrades what follows and
/// never hangs it.
struct TaskSchedule: Equatable {
  enum State: Equatable {
    case waiting, running, finished, failed
  }

  private let graph: TaskGraph
  private(set) var states: [String: State]

  init(_ graph: TaskGraph) {
    self.graph = graph
    self.states = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.id, .waiting) })
  }

  /// Whether every task has ended.
  var isDone: Bool {
    graph.nodes.allSatisfy { states[$0.id] == .finished || states[$0.id] == .failed }
  }

  /// Marks every task that may start now as running and names them in graph order.
  mutating func startReady() -> [TaskGraph.Node] {
    let ready = graph.nodes.filter { node in
      states[node.id] == .waiting
        && node.after.allSatisfy { states[$0] == .finished || states[$0] == .failed }
    }
    for node in ready {
      states[node.id] = .running
    }
    return ready
  }

  /// Records that a running task ended.
  ///
  /// A second ending of the same task changes nothing.
  mutating func end(_ id: String, failed: Bool) {
    guard states[id] == .running else { return }
    states[id] = failed ? .failed : .finished
  }
}

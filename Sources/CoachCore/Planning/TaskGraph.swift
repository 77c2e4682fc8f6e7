/// The tasks of a run and what each waits for.
///
/// A graph is checked when it is made: names are unique, every dependency exists and nothing waits for itself, so
/// whoever runs it always comes to an end.
public struct TaskGraph: Hashable, Sendable {
  /// One task: an agent and the tasks whose results it reads.
  public struct Node: Codable, Hashable, Sendable {
    /// The task's name, unique in the graph.
    public let id: String
    /// The agent that does it.
    public let agent: String
    /// The tasks that must have ended before it starts.
    public let after: [String]

    /// Describes a task.
    public init(id: String, agent: String, after: [String] = []) {
      self.id = id
      self.agent = agent
      self.after = after
    }
  }

  /// The tasks, dependencies first; ties in order of name, so that two equal graphs run in the same order.
  public let nodes: [Node]

  /// Orders and checks tasks.
  ///
  /// - Throws: `CoachError` with code `invalid_plan` naming the task that is repeated, unknown or in a cycle.
  public init(_ nodes: [Node]) throws(CoachError) {
    var waiting: [String: Node] = [:]
    for node in nodes where waiting.updateValue(node, forKey: node.id) != nil {
      throw CoachError(.invalidPlan, "task \(node.id) is planned twice; a plan names each task once")
    }
    for node in nodes {
      for name in node.after where waiting[name] == nil {
        throw CoachError(.invalidPlan, "task \(node.id) waits for \(name), which is not in the plan")
      }
    }
    var ordered: [Node] = []
    var placed: Set<String> = []
    while ordered.count < nodes.count {
      let ready = waiting.values.filter { $0.after.allSatisfy(placed.contains) }.sorted { $0.id < $1.id }
      guard !ready.isEmpty else {
        let stuck = waiting.keys.sorted().joined(separator: ", ")
        throw CoachError(.invalidPlan, "tasks wait for each other in a circle: \(stuck)")
      }
      for node in ready {
        ordered.append(node)
        placed.insert(node.id)
        waiting[node.id] = nil
      }
    }
    self.nodes = ordered
  }
}

extension TaskGraph: Codable {
  enum CodingKeys: String, CodingKey {
    case nodes
  }

  /// Reads `{"nodes": […]}` and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(try container.decode([Node].self, forKey: .nodes))
  }

  /// Writes `{"nodes": […]}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(nodes, forKey: .nodes)
  }
}

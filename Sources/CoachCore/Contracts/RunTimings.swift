/// When a run started and how long its parts took.
public struct RunTimings: Codable, Hashable, Sendable {
  /// How long one task took.
  public struct Node: Codable, Hashable, Sendable {
    /// The task.
    public let id: String
    /// Start, in milliseconds after the run's start.
    public let startMilliseconds: Double
    /// Duration in milliseconds.
    public let milliseconds: Double

    enum CodingKeys: String, CodingKey, CaseIterable {
      case id
      case startMilliseconds = "start_ms"
      case milliseconds = "ms"
    }

    /// Records a task's time.
    public init(id: String, startMilliseconds: Double, milliseconds: Double) {
      self.id = id
      self.startMilliseconds = startMilliseconds
      self.milliseconds = milliseconds
    }
  }

  /// ISO 8601 with milliseconds, UTC.
  public var startedAt = ""
  /// From the request to the terminal event.
  public var totalMilliseconds = 0.0
  /// From the request to the first published artifact, if there was one.
  public var firstArtifactMilliseconds: Double?
  /// The tasks in order of start.
  public var nodes: [Node] = []

  enum CodingKeys: String, CodingKey, CaseIterable {
    case startedAt = "started_at"
    case totalMilliseconds = "total_ms"
    case firstArtifactMilliseconds = "first_artifact_ms"
    case nodes
  }

  /// Empty timings.
  public init() {}
}

/// Whether a gate held.
///
/// A gate that had nothing to look at is an error, never a pass.
public struct GateResult: Hashable, Sendable {
  /// How a gate came out.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case passed, failed, error
  }

  /// The gate.
  public let gate: Gate
  /// How it came out.
  public let status: Status
  /// The figure found, in the metric's own unit: a rate 0…1, US dollars, milliseconds or a count; nil for an error.
  public let actual: Double?
  /// One line: the figure and how many rows it rests on, or why there is none.
  public let message: String
}

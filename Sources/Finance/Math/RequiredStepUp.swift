/// The yearly rise of the instalment that would reach a target.
public enum RequiredStepUp: Hashable, Sendable {
  /// The target is reached without any rise.
  case notNeeded
  /// The rise as a ratio, such as 0.13.
  case ok(Double)
  /// Not even the largest rise considered reaches it, or there is no instalment to raise.
  case unreachable

  /// The status as it is spelled in facts: `not_needed`, `ok` or `unreachable`.
  public var status: String {
    switch self {
    case .notNeeded: "not_needed"
    case .ok: "ok"
    case .unreachable: "unreachable"
    }
  }
}

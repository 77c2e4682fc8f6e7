/// What is known of a run beside its record: what its store holds, and what became of it when it was cut off or asked
/// for twice.
public struct RunEvidence: Sendable {
  /// What the store holds of the session; nil when nobody looked.
  public var stored: StoredRun?
  /// How the session was taken up after a kill; nil when it was not killed.
  public var resumed: ResumedRun?
  /// What the second of two requests under one key got; nil when there was one.
  public var repeated: RepeatedRequest?

  /// Nothing beside the record.
  public init() {}
}

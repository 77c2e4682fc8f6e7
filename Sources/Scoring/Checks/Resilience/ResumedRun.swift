public import JSONKit

/// A session that was killed and taken up again, beside the same session left alone.
public struct ResumedRun: Sendable {
  /// The canonical record of the session that was left alone.
  public var uninterrupted: JSONValue
  /// The canonical record of the session that was taken up.
  public var canonical: JSONValue
  /// The events that were in the store when the session was killed.
  public var eventsBefore: [JSONValue]
  /// The calls that had come back by then, by key without the number of their try.
  public var returned: [String]
  /// The calls that were in flight then.
  public var inFlight: [String]
  /// The calls that were begun after the session was taken up.
  public var begun: [String]

  /// States how a session was taken up.
  public init(
    uninterrupted: JSONValue, canonical: JSONValue, eventsBefore: [JSONValue], returned: [String],
    inFlight: [String], begun: [String]
  ) {
    self.uninterrupted = uninterrupted
    self.canonical = canonical
    self.eventsBefore = eventsBefore
    self.returned = returned
    self.inFlight = inFlight
    self.begun = begun
  }
}

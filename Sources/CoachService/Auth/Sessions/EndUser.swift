/// The person who is signed in.
public struct EndUser: Hashable, Sendable {
  /// Their UUID in lower case.
  public let subject: String
}

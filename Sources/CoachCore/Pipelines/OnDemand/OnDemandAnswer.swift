/// What became of a request.
public enum OnDemandAnswer: Sendable {
  /// The session has run.
  case ran(RunRecord)
  /// The same request was answered before, by this.
  case repeated(RunRecord)
  /// The same request is being worked on; its events can be followed under this id.
  case underWay(session: String)
  /// The same request was answered before by this session; its record is not kept any more, the session's events and
  /// artifacts are.
  case ended(session: String)

  /// The session that answers the request.
  public var session: String {
    switch self {
    case .ran(let record), .repeated(let record): record.session
    case .underWay(let session), .ended(let session): session
    }
  }
}

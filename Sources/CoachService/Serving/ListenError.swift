/// Why a server does not listen where it was told to.
public struct ListenError: Error, CustomStringConvertible, Sendable {
  /// What, where, and what to do.
  public let message: String
  /// The system's error underneath.
  public let cause: any Error

  init(host: String, port: Int, isTaken: Bool, cause: any Error) {
    let reason = isTaken ? "somebody else listens there" : "the system does not let it"
    message = "no server can listen on \(host), port \(port): \(reason); name another place"
    self.cause = cause
  }

  /// The message.
  public var description: String { message }
}

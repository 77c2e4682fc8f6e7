public import Hummingbird
import NIOCore

/// What a request carries through middleware and routes, beside itself.
public struct ServiceContext: RequestContext {
  /// What the router keeps.
  public var coreContext: CoreRequestContextStorage
  /// The peer's address without its port; nil when there is no socket.
  let peer: String?
  /// Who asks, once it is proved; a lower-case UUID.
  var subject: String?

  /// Begins the way of a request.
  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }

  /// Who asks.
  ///
  /// - Throws: `Problem` with status 401 on a route nobody has authenticated.
  func authenticated() throws -> String {
    guard let subject else { throw Problem(.unauthorized, "unauthenticated", "sign in first") }
    return subject
  }
}

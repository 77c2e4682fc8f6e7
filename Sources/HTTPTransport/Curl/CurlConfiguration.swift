/// How a ``CurlTransport`` pools its connections and buffers what they bring.
public struct CurlConfiguration: Sendable {
  /// The most connections to one host at a time; further requests wait for one; 0 for no limit.
  public var connectionsPerHost: Int

  /// The most connections at a time; 0 for no limit.
  public var connections: Int

  /// The most idle connections kept for reuse.
  public var idleConnections: Int

  /// How long an idle connection is kept.
  public var idleLifetime: Duration

  /// The bytes of a body held for its reader before the connection is no longer read.
  public var bufferedBytes: Int

  /// The most bytes read from a connection at a time, 1 KiB to 512 KiB; held for each open one, which counts where
  /// many streams of small events are open.
  public var receiveBytes: Int

  /// Whether `http_proxy` and its kin are obeyed.
  public var usesEnvironmentProxies: Bool

  /// A file of trusted certificates in PEM instead of the system's.
  public var certificateAuthorities: String?

  /// Creates a configuration.
  public init(
    connectionsPerHost: Int = 0, connections: Int = 0, idleConnections: Int = 128,
    idleLifetime: Duration = .seconds(60), bufferedBytes: Int = 64 << 10,
    receiveBytes: Int = 4 << 10, usesEnvironmentProxies: Bool = false, certificateAuthorities: String? = nil
  ) {
    self.connectionsPerHost = connectionsPerHost
    self.connections = connections
    self.idleConnections = idleConnections
    self.idleLifetime = idleLifetime
    self.bufferedBytes = bufferedBytes
    self.receiveBytes = receiveBytes
    self.usesEnvironmentProxies = usesEnvironmentProxies
    self.certificateAuthorities = certificateAuthorities
  }
}

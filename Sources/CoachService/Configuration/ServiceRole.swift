/// Which parts of the service a process is.
public enum ServiceRole: String, Hashable, Sendable, CaseIterable {
  /// Façade and engine in one process.
  case all
  /// What browsers talk to.
  case facade
  /// What runs sessions.
  case engine

  /// Whether the process answers browsers.
  public var hasFacade: Bool { self != .engine }
  /// Whether the process runs sessions.
  public var hasEngine: Bool { self != .facade }
}

extension ServiceConfiguration: CustomStringConvertible, CustomReflectable {
  /// The configuration for a log: what is set and to what, of secrets and keys only that they are there.
  public var description: String {
    var lines = [
      "role: \(role.rawValue)", "signing keys: \(tokens.signingKeys.map(\.id))", "trust: \(trust)",
      "issuer: \(tokens.issuer)", "token seconds: \(tokens.seconds)", "sessions: \(signIn)",
      "engine: \(engineURL ?? "none")", "store: \(storePath ?? "memory")",
      "scheduled calls: \(cronSecret == nil ? "refused" : "by secret")", "mail: \(post)",
      "public: \(publicURL ?? "none")",
    ]
    lines += [
      "tokens of a session: \(Self.cap(caps.session))", "tokens of a user a day: \(Self.cap(caps.userDay))",
      "tokens of all a day: \(Self.cap(caps.globalDay))",
    ]
    lines += [
      "rate of a user: \(limits.perUser)", "rate of an address: \(limits.perAddress)",
      "trusted proxies: \(limits.trustedProxies)", "sessions at once: \(limits.sessions)",
      "connections: \(limits.connections)",
      "header bytes: \(limits.headerBytes)", "body bytes: \(limits.bodyBytes)",
      "idle seconds: \(limits.idleSeconds)", "write seconds: \(limits.writeSeconds)",
      "stream seconds: \(limits.streamSeconds)",
    ]
    return lines.joined(separator: "\n")
  }

  /// The description alone: a dump walks into no secret.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }

  private static func cap(_ tokens: Int?) -> String { tokens.map(String.init) ?? "no cap" }

  private var trust: String {
    switch tokens.trust {
    case .ownKeys: "own keys"
    case .keys(let keys): "keys \(keys.map(\.id))"
    case .published(let url): "keys at \(url)"
    }
  }

  private var signIn: String {
    switch sessions {
    case .none: "none"
    case .development: "development"
    case .published(let url, let issuer): "\(issuer), keys at \(url)"
    case .secret(_, let issuer): "\(issuer), shared secret"
    }
  }

  private var post: String {
    switch mail {
    case .none: "none"
    case .file(let path): "file \(path)"
    case .smtp(_, let from): "server, from \(from)"
    }
  }
}

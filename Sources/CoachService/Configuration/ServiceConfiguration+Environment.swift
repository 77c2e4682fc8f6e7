import Foundation

extension ServiceConfiguration {
  /// Reads the environment of a process.
  ///
  /// Variables that are set are checked whatever the role, so that one file can serve all processes. Names that begin
  /// with `AICOACH_` and are not read, and those of parts that are not built, are refused.
  ///
  /// - Throws: `ConfigurationError` with every problem there is.
  public init(environment: [String: String], role: ServiceRole) throws(ConfigurationError) {
    var reader = SettingReader(environment)
    self.role = role
    tokens = Self.tokens(&reader, role)
    sessions = Self.sessions(&reader, role)
    engineURL = reader.url(.engineURL)
    if role == .facade, reader.text(.engineURL) == nil {
      reader.refuse(
        ServiceVariable.engineURL.name, "The façade must know where the engine is. Set it to its URL.")
    }
    if role == .all { engineURL = nil }
    storePath = reader.text(.storePath)
    cronSecret = reader.value(.cronSecret) { text throws(KeyError) in try CronSecret(text) }
    mail = Self.mail(&reader)
    publicURL = Self.publicURL(&reader)
    caps = Caps(
      session: reader.number(.sessionTokens, Self.tokenCaps),
      userDay: reader.number(.userDayTokens, Self.tokenCaps),
      globalDay: reader.number(.globalDayTokens, Self.tokenCaps))
    limits = Self.limits(&reader)
    Self.refuseOthers(&reader, environment)
    guard reader.problems.isEmpty else { throw ConfigurationError(problems: reader.problems) }
  }

  /// A cap of nothing is one too: no model is called.
  private static let tokenCaps = 0...1_000_000_000_000

  private static func tokens(_ reader: inout SettingReader, _ role: ServiceRole) -> Tokens {
    let signing = reader.value(.privateKey) { text throws(KeyError) in try SigningKey.keys(pem: text) }
    let keys = reader.value(.publicKey) { text throws(KeyError) in try VerificationKey.keys(pem: text) }
    let url = reader.url(.keySetURL)
    if role == .facade, reader.text(.privateKey) == nil {
      reader.refuse(
        ServiceVariable.privateKey.name,
        "The façade signs its calls to the engine. Make a key: openssl genpkey -algorithm ed25519.")
    }
    if let signer = signing?.first, let keys, !keys.contains(where: { $0.id == signer.id }) {
      reader.refuse(
        ServiceVariable.publicKey.name,
        "This is not the public half of AICOACH_JWT_PRIVATE_KEY: openssl pkey -pubout gives that.")
    }
    if reader.text(.publicKey) != nil, reader.text(.keySetURL) != nil {
      reader.refuse(ServiceVariable.keySetURL.name, "AICOACH_JWT_PUBLIC_KEY is set too. Keep one of the two.")
    }
    var trust = Tokens.Trust.ownKeys
    if role == .engine {
      if let keys { trust = .keys(keys) }
      if let url { trust = .published(url: url) }
      if reader.text(.publicKey) == nil, reader.text(.keySetURL) == nil {
        reader.refuse(
          ServiceVariable.keySetURL.name,
          "The engine must know whose tokens to believe. Set it to the façade's key set, or AICOACH_JWT_PUBLIC_KEY."
        )
      }
    }
    return Tokens(
      signingKeys: role.hasFacade ? signing ?? [] : [], trust: trust,
      issuer: reader.text(.tokenIssuer) ?? "aicoach-facade",
      seconds: reader.number(.tokenSeconds, 300...EngineClaims.maximumLifetime, default: 300))
  }

  private static func sessions(_ reader: inout SettingReader, _ role: ServiceRole) -> Sessions {
    let url = reader.url(.sessionKeySetURL, encrypted: true)
    let secret = reader.value(.sessionSecret) { text throws(KeyError) in
      _ = try VerificationKey(secret: Array(text.utf8))
      return Secret(text)
    }
    let issuer = reader.text(.sessionIssuer)
    let development = reader.flag(.developmentSignIn)
    let given =
      [ServiceVariable.sessionKeySetURL, .sessionSecret].filter { reader.text($0) != nil }.map(\.name)
      + (development ? [ServiceVariable.developmentSignIn.name] : [])
    if given.count > 1, let last = given.last {
      reader.refuse(last, "\(given[0]) is set too. Keep one: users are signed in by one side only.")
    }
    if given.isEmpty, role.hasFacade {
      reader.refuse(
        ServiceVariable.sessionKeySetURL.name,
        "The façade must know who signs its users in. Set it to their key set, or AICOACH_SESSION_JWT_SECRET, or, "
          + "to try things out, AICOACH_DEVELOPMENT_SIGN_IN=true.")
    }
    if !given.isEmpty, !development, issuer == nil {
      reader.refuse(
        ServiceVariable.sessionIssuer.name,
        "It says whose sessions count. Set it to what iss says, for Supabase https://<ref>.supabase.co/auth/v1."
      )
    }
    guard role.hasFacade else { return .none }
    if let url, let issuer { return .published(url: url, issuer: issuer) }
    if let secret, let issuer { return .secret(secret, issuer: issuer) }
    return development ? .development : .none
  }

  private static func mail(_ reader: inout SettingReader) -> Mail {
    let from = reader.text(.mailFrom)
    if let from, from.wholeMatch(of: /[!-~--[@<>,;:"()\[\]\\]]+@[A-Za-z0-9.\-]+/) == nil {
      reader.refuse(
        ServiceVariable.mailFrom.name, "This is no plain mail address such as coach@example.org. Correct it.")
    }
    guard let server = reader.text(.smtpURL) else {
      return reader.text(.outboxPath).map { .file(path: $0) } ?? .none
    }
    let parts = URLComponents(string: server)
    if !["smtp", "smtps"].contains(parts?.scheme?.lowercased()) || parts?.host?.isEmpty != false {
      reader.refuse(ServiceVariable.smtpURL.name, "This is no smtp or smtps URL of a server. Correct it.")
    }
    if from == nil {
      reader.refuse(ServiceVariable.mailFrom.name, "Mail needs a sender. Set it, or unset AICOACH_SMTP_URL.")
    }
    if reader.text(.outboxPath) != nil {
      reader.refuse(
        ServiceVariable.outboxPath.name, "AICOACH_SMTP_URL is set too. Keep one: a message goes one way.")
    }
    return from.map { .smtp(url: Secret(server), from: $0) } ?? .none
  }

  private static func publicURL(_ reader: inout SettingReader) -> String? {
    if reader.text(.smtpURL) != nil, reader.text(.publicURL) == nil {
      reader.refuse(
        ServiceVariable.publicURL.name, "Mail has a link to the coach. Set it, or unset AICOACH_SMTP_URL.")
    }
    return reader.url(.publicURL)
  }

  private static func limits(_ reader: inout SettingReader) -> Limits {
    Limits(
      perUser: RateLimit(
        burst: reader.number(.userBurst, 1...10_000, default: 20),
        perMinute: reader.number(.userPerMinute, 1...60_000, default: 60)),
      perAddress: RateLimit(
        burst: reader.number(.addressBurst, 1...10_000, default: 100),
        perMinute: reader.number(.addressPerMinute, 1...60_000, default: 600)),
      trustedProxies: reader.number(.trustedProxies, 0...10, default: 0),
      sessions: reader.number(.sessionsAtOnce, 1...10_000, default: 32),
      connections: reader.number(.connections, 1...100_000, default: 10_000),
      headerBytes: reader.number(.headerBytes, 1_024...65_536, default: 16_384),
      bodyBytes: reader.number(.bodyBytes, 1_024...1_048_576, default: 65_536),
      idleSeconds: reader.number(.idleSeconds, 1...3_600, default: 60),
      writeSeconds: reader.number(.writeSeconds, 1...600, default: 30),
      streamSeconds: reader.number(.streamSeconds, 30...86_400, default: 800))
  }

  /// Refuses what would be ignored: parts that are not built, and names that nobody reads.
  private static func refuseOthers(_ reader: inout SettingReader, _ environment: [String: String]) {
    let set = environment.filter { !$0.value.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty }
    for part in UnbuiltPart.all {
      for name in part.names(in: set) { reader.refuse(name, part.message) }
    }
    let known = Set(ServiceVariable.all.map(\.name))
    for name in set.keys.filter({ $0.hasPrefix("AICOACH_") && !known.contains($0) }).sorted() {
      reader.refuse(name, "Nobody reads this. Correct the name after docs/env.example, or unset it.")
    }
  }
}

public import CoachCore

extension ServiceConfiguration {
  /// The façade's signer, nil where there is no façade; with no key configured it makes one for the process's life.
  ///
  /// - Throws: `KeyError` for one key twice, or too many.
  public func makeSigner(
    clock: RunClock, makeID: @escaping @Sendable () -> String
  ) throws(KeyError) -> TokenSigner? {
    guard role.hasFacade else { return nil }
    let keys = try SigningKeys(
      tokens.signingKeys.first ?? .generate(), alsoPublished: Array(tokens.signingKeys.dropFirst()))
    return TokenSigner(
      keys: keys, issuer: tokens.issuer, lifetime: tokens.seconds, clock: clock, makeID: makeID)
  }

  /// The keys whose tokens the engine believes: none when it trusts its own and has no signer.
  ///
  /// - Parameter fetch: reads a URL within limits of its own on time and size.
  public func makeTokenKeys(
    signer: TokenSigner?, clock: RunClock, fetch: @escaping VerificationKeys.Fetch
  ) -> VerificationKeys {
    switch tokens.trust {
    case .ownKeys: signer.map(VerificationKeys.init(of:)) ?? VerificationKeys([])
    case .keys(let keys): VerificationKeys(keys)
    case .published(let url): VerificationKeys(url: url, clock: clock, fetch: fetch)
    }
  }

  /// Who verifies users' sessions; nil where nobody signs in, or by a ``DevelopmentSignIn``, which has its own.
  ///
  /// - Parameter fetch: reads a URL within limits of its own on time and size.
  /// - Throws: `KeyError` for a secret that is too short.
  public func makeSessionVerifier(
    clock: RunClock, fetch: @escaping VerificationKeys.Fetch
  ) throws(KeyError) -> UserSessionVerifier? {
    switch sessions {
    case .none, .development: return nil
    case .published(let url, let issuer):
      let keys = VerificationKeys(
        url: url, algorithms: [.es256, .edDSA, .rs256], clock: clock, fetch: fetch)
      return try UserSessionVerifier(.published(keys), issuer: issuer, clock: clock)
    case .secret(let secret, let issuer):
      return try UserSessionVerifier(.secret(Array(secret.text.utf8)), issuer: issuer, clock: clock)
    }
  }
}

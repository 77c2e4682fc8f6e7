import CoachCore
import Crypto
import Foundation
import Testing

@testable import CoachService

@Suite("Configuration")
struct ServiceConfigurationTests {
  private let key = P256.Signing.PrivateKey()
  private let secret = "a-secret-of-a-session-issuer-of-40-bytes"

  private var facade: [String: String] {
    [
      "AICOACH_JWT_PRIVATE_KEY": key.pemRepresentation, "AICOACH_ENGINE_URL": "http://engine:8081/",
      "AICOACH_SESSION_JWKS_URL": "https://ref.supabase.co/auth/v1/.well-known/jwks.json",
      "AICOACH_SESSION_ISSUER": "https://ref.supabase.co/auth/v1", "CRON_SECRET": "0123456789abcdef",
    ]
  }

  private var engine: [String: String] {
    [
      "AICOACH_JWKS_URL": "http://facade:8080/.well-known/jwks.json",
      "AICOACH_STORE_PATH": "/data/coach.sqlite",
      "AICOACH_SMTP_URL": "smtps://coach:hunter2@mail.example:465", "AICOACH_MAIL_FROM": "coach@example.org",
      "AICOACH_PUBLIC_URL": "https://coach.example/",
    ]
  }

  /// The problems of an environment, as lines.
  private func problems(_ environment: [String: String], _ role: ServiceRole) -> [String] {
    do {
      _ = try ServiceConfiguration(environment: environment, role: role)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  private func with(_ base: [String: String], _ changes: [String: String]) -> [String: String] {
    base.merging(changes) { $1 }
  }

  @Test("façade and engine read what they need, also from one file")
  func roles() throws {
    for environment in [facade, with(facade, engine)] {
      let read = try ServiceConfiguration(environment: environment, role: .facade)
      #expect(read.tokens.signingKeys.map(\.algorithm) == [.es256])
      #expect(read.engineURL == "http://engine:8081")
      #expect(read.cronSecret != nil)
      guard case .published(_, let issuer) = read.sessions else {
        Issue.record("no sessions")
        return
      }
      #expect(issuer == "https://ref.supabase.co/auth/v1")
    }
    for environment in [engine, with(facade, engine)] {
      let read = try ServiceConfiguration(environment: environment, role: .engine)
      #expect(read.tokens.signingKeys.isEmpty)
      guard case .published("http://facade:8080/.well-known/jwks.json") = read.tokens.trust,
        case .smtp(let url, "coach@example.org") = read.mail, case .none = read.sessions
      else {
        Issue.record("\(read)")
        return
      }
      #expect(url.text.contains("hunter2"))
      #expect(read.publicURL == "https://coach.example")
      #expect(read.storePath == "/data/coach.sqlite")
    }
  }

  @Test("one process needs nothing but to be told who signs in")
  func all() throws {
    let read = try ServiceConfiguration(environment: ["AICOACH_DEVELOPMENT_SIGN_IN": "yes"], role: .all)
    guard case .development = read.sessions, case .ownKeys = read.tokens.trust, case .none = read.mail else {
      Issue.record("\(read)")
      return
    }
    #expect(read.tokens.signingKeys.isEmpty && read.storePath == nil && read.cronSecret == nil)
    #expect(read.limits.bodyBytes == 65_536)
  }

  @Test("caps are none where none is set, and a cap of nothing is a cap")
  func caps() throws {
    let bare = try ServiceConfiguration(environment: engine, role: .engine)
    #expect(bare.caps == .init() && bare.description.contains("tokens of all a day: no cap"))
    let caps = [
      "AICOACH_BUDGET_SESSION_TOKENS": "0", "AICOACH_BUDGET_USER_DAY_TOKENS": "24000",
      "AICOACH_BUDGET_GLOBAL_DAY_TOKENS": "1000000000000",
    ]
    let read = try ServiceConfiguration(environment: with(engine, caps), role: .engine)
    #expect(read.caps == .init(session: 0, userDay: 24_000, globalDay: 1_000_000_000_000))
    #expect(read.description.contains("tokens of a user a day: 24000"))
    let found = problems(with(engine, ["AICOACH_BUDGET_USER_DAY_TOKENS": "-1"]), .engine)
    #expect(found.count == 1 && found[0].hasSuffix("Correct it, or unset it for none."))
  }

  @Test("what a role needs and does not have is said, all at once")
  func missing() {
    let facade = problems([:], .facade)
    #expect(
      facade.map { String($0.prefix { $0 != ":" }) }
        == ["AICOACH_JWT_PRIVATE_KEY", "AICOACH_SESSION_JWKS_URL", "AICOACH_ENGINE_URL"])
    #expect(problems([:], .engine).map { String($0.prefix { $0 != ":" }) } == ["AICOACH_JWKS_URL"])
    #expect(problems([:], .all).count == 1)
  }

  @Test("variables of parts that are not built are refused by name, with what they are for and what to do")
  func unbuilt() {
    let names = [
      "SUPABASE_ANON_KEY", "SUPABASE_SERVICE_KEY", "SUPABASE_URL", "KV_REST_API_TOKEN", "KV_REST_API_URL",
      "OPENAI_API_KEY", "PERPLEXITY_API_KEY", "SENTRY_DSN", "LANGFUSE_HOST", "LANGFUSE_PUBLIC_KEY",
      "LANGFUSE_X",
    ]
    for role in ServiceRole.allCases {
      let base = with(facade, engine)
      let found = problems(with(base, Dictionary(names.map { ($0, "value-\($0)") }) { $1 }), role)
      #expect(found.map { String($0.prefix { $0 != ":" }) } == names)
      for line in found {
        #expect(
          line.contains("does not have") && line.contains("Unset") && !line.contains("value-"), "\(line)")
      }
      #expect(problems(with(base, Dictionary(names.map { ($0, " ") }) { $1 }), role).isEmpty)
    }
  }

  @Test("a value of the wrong type or out of range is an error, never the default")
  func types() {
    let numbers =
      ServiceVariable.all.filter {
        $0.name.hasSuffix("SECONDS") || $0.name.contains("_MAX_") || $0.name.contains("_RATE_")
          || $0.name.contains("_BUDGET_")
      }
      + [.trustedProxies]
    #expect(numbers.count == 16)
    for variable in numbers {
      for value in ["many", "1.5", "-1", "1e3", "0x10", "99999999999999999999", "10 000", "true"] {
        let found = problems(with(facade, [variable.name: value]), .facade)
        #expect(found.count == 1 && found[0].hasPrefix("\(variable.name): "), "\(variable.name)=\(value)")
      }
      #expect(problems(with(facade, [variable.name: ""]), .facade).isEmpty)
    }
    for value in ["maybe", "2", "on", "tru"] {
      #expect(problems(["AICOACH_DEVELOPMENT_SIGN_IN": value], .all).count == 2)
    }
  }

  @Test(
    "URLs, senders and secrets of the wrong form",
    arguments: [
      ("AICOACH_ENGINE_URL", "engine:8081"), ("AICOACH_ENGINE_URL", "ftp://engine"),
      ("AICOACH_ENGINE_URL", "http://"),
      ("AICOACH_ENGINE_URL", "http://u:p@engine"), ("AICOACH_ENGINE_URL", "http://engine/?x=1"),
      ("AICOACH_ENGINE_URL", "http://engine/#x"), ("AICOACH_JWKS_URL", "/jwks.json"),
      ("AICOACH_SESSION_JWKS_URL", "http://ref.supabase.co/jwks"), ("AICOACH_SMTP_URL", "https://mail"),
      ("AICOACH_SMTP_URL", "smtp:mail"), ("AICOACH_MAIL_FROM", "sender"),
      ("AICOACH_MAIL_FROM", "a b@example.org"),
      ("AICOACH_MAIL_FROM", "coach@example.org\r\nBcc: x@example.org"),
      ("AICOACH_MAIL_FROM", "<coach@example.org>"), ("AICOACH_MAIL_FROM", "coach(x)@example.org"),
      ("AICOACH_PUBLIC_URL", "https://user:word@coach.example"),
      ("CRON_SECRET", "short"), ("CRON_SECRET", "sixteen letters and a space"),
      ("AICOACH_TYPO", "any value"), ("AICOACH_JWT_PRIVATE_KEYS", "misspelt"),
    ])
  func forms(name: String, value: String) {
    let found = problems(with(with(facade, engine), [name: value]), .facade)
    #expect(found.count == 1 && found[0].hasPrefix("\(name): "), "\(found)")
    #expect(!found.joined().contains(value))
  }

  @Test("a key that cannot be read never shows, wherever it is cut")
  func keysStaySecret() throws {
    let pem = key.pemRepresentation
    let body = pem.split(separator: "\n").dropFirst().dropLast().map(String.init)
    var broken = [
      "-----BEGIN PRIVATE KEY-----\n\(body[0])\n", body[0], pem.replacing("PRIVATE", with: "RSA PRIVATE"),
    ]
    broken += stride(from: 30, to: pem.count - 10, by: 17).map { String(pem.prefix($0)) }
    broken.append(pem.replacing(body[0].prefix(12), with: "AAAAAAAAAAAA"))
    for text in broken {
      for name in ["AICOACH_JWT_PRIVATE_KEY", "AICOACH_JWT_PUBLIC_KEY"] {
        let found = problems(with(facade, [name: text]), .facade)
        #expect(found.count == 1 && found[0].hasPrefix("\(name): "))
        #expect(body.allSatisfy { !found.joined().contains($0.prefix(8)) })
      }
    }
    let short = problems(["AICOACH_SESSION_JWT_SECRET": "short-secret", "AICOACH_SESSION_ISSUER": "i"], .all)
    #expect(short.count == 1 && !short[0].contains("short-secret"))
  }

  @Test("PEM texts with \\n written out, and several blocks for rotation")
  func pem() throws {
    let old = SigningPair(), pair = SigningPair()
    let both = [pair, old]
    let text = both.map(\.secretPEM).joined(separator: "\n").replacing("\n", with: #"\n"#)
    let read = try ServiceConfiguration(
      environment: with(facade, ["AICOACH_JWT_PRIVATE_KEY": text]), role: .facade)
    #expect(read.tokens.signingKeys.map(\.id) == both.map(\.id))
    let publicText = both.map(\.publicPEM).joined(separator: "\n").replacing("\n", with: #"\n"#)
    let engine = try ServiceConfiguration(environment: ["AICOACH_JWT_PUBLIC_KEY": publicText], role: .engine)
    guard case .keys(let keys) = engine.tokens.trust else {
      Issue.record("\(engine)")
      return
    }
    #expect(keys.map(\.id) == both.map(\.id))
  }

  @Test("settings that contradict each other")
  func contradictions() {
    let other = SigningPair()
    let cases: [([String: String], String)] = [
      (["AICOACH_JWT_PUBLIC_KEY": other.publicPEM], "AICOACH_JWT_PUBLIC_KEY"),
      (
        ["AICOACH_JWT_PUBLIC_KEY": key.publicKey.pemRepresentation, "AICOACH_JWKS_URL": "http://f"],
        "AICOACH_JWKS_URL"
      ),
      (["AICOACH_SESSION_JWT_SECRET": secret], "AICOACH_SESSION_JWT_SECRET"),
      (["AICOACH_DEVELOPMENT_SIGN_IN": "true"], "AICOACH_DEVELOPMENT_SIGN_IN"),
      (["AICOACH_SESSION_ISSUER": ""], "AICOACH_SESSION_ISSUER"),
      (["AICOACH_SMTP_URL": "smtp://mail", "AICOACH_PUBLIC_URL": "https://c"], "AICOACH_MAIL_FROM"),
      (["AICOACH_SMTP_URL": "smtp://mail", "AICOACH_MAIL_FROM": "a@b.c"], "AICOACH_PUBLIC_URL"),
      (
        [
          "AICOACH_SMTP_URL": "smtp://mail", "AICOACH_MAIL_FROM": "a@b.c", "AICOACH_PUBLIC_URL": "https://c",
          "AICOACH_OUTBOX_PATH": "o.jsonl",
        ],
        "AICOACH_OUTBOX_PATH"
      ),
    ]
    for (changes, name) in cases {
      let found = problems(with(facade, changes), .facade)
      #expect(found.count == 1 && found[0].hasPrefix("\(name): "), "\(name): \(found)")
    }
  }

  @Test("neither description nor dump shows a secret")
  func description() throws {
    var environment = with(facade, engine)
    environment["AICOACH_SESSION_JWKS_URL"] = nil
    environment["AICOACH_SESSION_JWT_SECRET"] = secret
    let body = key.pemRepresentation.split(separator: "\n")[1]
    for role in ServiceRole.allCases {
      let read = try ServiceConfiguration(environment: environment, role: role)
      var dumped = ""
      dump(read, to: &dumped)
      dump(read.sessions, to: &dumped)
      dump(read.mail, to: &dumped)
      dump(read.tokens, to: &dumped)
      for text in ["\(read)", String(reflecting: read), dumped] {
        #expect(!text.contains(secret) && !text.contains("hunter2") && !text.contains("0123456789abcdef"))
        #expect(!text.contains(body.prefix(8)))
      }
      #expect("\(read)".contains("role: \(role.rawValue)"))
    }
  }
}

/// An Ed25519 key as PEM texts (RFC 8410).
private struct SigningPair {
  private let key = Curve25519.Signing.PrivateKey()

  var id: String { VerificationKey(.ed25519(key.publicKey)).id }
  var secretPEM: String {
    let head: [UInt8] = [
      0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
    return block("PRIVATE KEY", head + Array(key.rawRepresentation))
  }
  var publicPEM: String {
    block("PUBLIC KEY", VerificationKey.ed25519Prefix + Array(key.publicKey.rawRepresentation))
  }

  private func block(_ label: String, _ bytes: [UInt8]) -> String {
    "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
  }
}

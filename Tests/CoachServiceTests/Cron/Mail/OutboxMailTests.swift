import CoachCore
import Finance
import Foundation
import HTTPTransport
import InMemoryLogging
import Logging
import Synchronization
import Testing

@testable import CoachService

@Suite("Outbox mail", .enabled(if: SMTPRelay.python != nil, "aiosmtpd is not to be had"), .serialized)
struct OutboxMailTests {
  private let store: SQLiteCoachStore
  private let time = AuthClock()
  private let log = InMemoryLogHandler()
  private let transport: CurlTransport

  init() throws {
    store = try SQLiteCoachStore.inMemory()
    transport = try CurlTransport()
  }

  /// Puts a message for each user into the outbox.
  private func enqueue(_ users: [String], language: User.Language = .english) async throws {
    for user in users {
      let principal = Principal(user: user)
      try await store.createSession(
        StoredSession(
          id: "s-\(user)", trigger: .scheduled, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t"),
        opening: nil, as: principal)
      let message = try #require(
        OutboxMessage(
          job: "weekly", day: CivilDate(iso: "2026-08-10") ?? .minimum, user: user, session: "s-\(user)",
          topics: [("goal:g1:gap:behind", .attention)],
          preferences: UserPreferences(language: language, notifyEmail: true, updatedAt: "t")))
      try store.enqueue(message, at: "t", as: principal)
    }
  }

  private func mail(
    port: Int, _ addresses: any AddressBook = UserHosts(), outbox: (any OutboxStore)? = nil
  ) -> OutboxMail {
    let relay = MailRelay(host: "127.0.0.1", port: port, security: .none, limits: .init(whole: .seconds(20)))
    var logger = Logger(label: "mail") { _ in log }
    logger.logLevel = .debug
    return OutboxMail(
      outbox ?? store, about: store, values: store, addresses: addresses,
      transport: MailTransport(transport, relay: relay),
      letterhead: .init(from: "coach@service.example", hub: "https://coach.example"), clock: time.clock,
      logger: logger, nonce: { UUID().uuidString })
  }

  private func waiting() throws -> [String] { try store.unsent(limit: 100).map(\.user) }

  /// What was logged of messages, with their outcome.
  private var outcomes: [String] { log.entries.compactMap { $0.metadata["outcome"]?.description } }

  @Test("each message is sent once, with its subject and text whole, and no address is logged")
  func once() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["asha"])
    try await enqueue(["ravi"], language: .hindi)
    let mail = mail(port: relay.port)
    #expect(try await mail.deliver() == 2)
    #expect(try await mail.deliver() == 0)
    let mails = try relay.mails()
    #expect(mails.map(\.to) == ["asha@user.example", "ravi@user.example"])
    #expect(mails[0].subject == "Your money coach has something for you")
    #expect(mails[0].text.contains("- 1 thing to keep an eye on"))
    #expect(mails[0].text.contains("https://coach.example"))
    #expect(mails[1].subject == "आपके मनी कोच के पास आपके लिए कुछ है")
    #expect(mails[1].text.contains("- 1 बात, जिस पर नज़र रखनी है"))
    #expect(mails[0].date == "Fri, 14 Aug 2026 00:00:00 +0000")
    #expect(Set(mails.map(\.messageID)).count == 2)
    let logged = log.entries.map { "\($0.message) \($0.metadata)" }.joined(separator: "\n")
    #expect(!logged.contains("user.example") && logged.contains("weekly:2026-08-10:asha"))
  }

  @Test("who is refused for now is tried by the next drain, and holds up nobody")
  func later() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["later-asha", "ravi"])
    let mail = mail(port: relay.port)
    #expect(try await mail.deliver() == 1)
    #expect(try waiting() == ["later-asha"])
    #expect(try await mail.deliver() == 1)
    #expect(try relay.mails().map(\.to) == ["ravi@user.example", "later-asha@user.example"])
  }

  @Test("who is refused for now for days is given up")
  func tooOld() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["busy-asha"])
    let mail = mail(port: relay.port)
    time.set(86_400)
    #expect(try await mail.deliver() == 0)
    #expect(try waiting() == ["busy-asha"])
    time.set(2 * 86_400)
    #expect(try await mail.deliver() == 0)
    #expect(try waiting().isEmpty)
    #expect(outcomes == ["waits_refused_for_now", "undeliverable_too_old"])
  }

  @Test("a relay that says no to one after the other is left alone")
  func busy() async throws {
    let relay = try SMTPRelay()
    try await enqueue((1...5).map { "busy-\($0)" } + ["ravi"])
    #expect(try await mail(port: relay.port).deliver() == 0)
    #expect(outcomes.count == OutboxMail.patience)
    #expect(try waiting().count == 6)
  }

  @Test("who is refused for good leaves the outbox with a line in the log")
  func never() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["never-asha", "ravi"])
    #expect(try await mail(port: relay.port).deliver() == 1)
    #expect(try waiting().isEmpty)
    let given = log.entries.filter { $0.level == .error }
    #expect(given.map { $0.metadata["message"]?.description } == ["weekly:2026-08-10:never-asha"])
  }

  @Test("an address that would write a field of its own is no address")
  func injection() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["asha", "ravi"])
    let book = UserHosts { user in
      user == "asha" ? "asha@user.example\r\nBcc: eve@evil.example" : "\(user)@user.example"
    }
    #expect(try await mail(port: relay.port, book).deliver() == 1)
    #expect(outcomes == ["undeliverable_invalid_address", "sent"])
    #expect(try relay.mails().map(\.to) == ["ravi@user.example"])
  }

  @Test("users with no address, and those who no longer want mail, get none")
  func notWanted() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["asha", "ravi", "nobody"])
    for user in ["asha", "ravi", "nobody"] {
      try store.save(
        UserPreferences(notifyEmail: user != "asha", updatedAt: "t"), as: Principal(user: user))
    }
    let book = ConsentedAddresses(UserHosts { $0 == "nobody" ? nil : "\($0)@user.example" }, store: store)
    #expect(try await mail(port: relay.port, book).deliver() == 1)
    #expect(outcomes == ["not_wanted", "sent", "not_wanted"])
    #expect(try relay.mails().map(\.to) == ["ravi@user.example"])
    #expect(try waiting().isEmpty)
  }

  @Test("while the relay is away, or lets nobody in, everything waits")
  func away() async throws {
    try await enqueue(["asha", "ravi"])
    var relay: SMTPRelay? = try SMTPRelay()
    let port = try #require(relay?.port)
    relay = nil
    #expect(try await mail(port: port).deliver() == 0)
    let closed = try SMTPRelay(["--closed"])
    #expect(try await mail(port: closed.port).deliver() == 0)
    #expect(outcomes == ["waits_could_not_connect", "waits_server_refused"])
    #expect(try waiting() == ["asha", "ravi"])
  }

  @Test("a mail whose fate is unknown is sent again under the same id")
  func cut() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["cut-asha", "ravi"])
    let mail = mail(port: relay.port)
    #expect(try await mail.deliver() == 0)
    #expect(try waiting() == ["cut-asha", "ravi"])
    #expect(try await mail.deliver() == 2)
    let mails = try relay.mails()
    #expect(mails.map(\.to) == ["cut-asha@user.example", "cut-asha@user.example", "ravi@user.example"])
    #expect(mails[0].messageID == mails[1].messageID && mails[1].messageID != mails[2].messageID)
  }

  @Test("a drain that dies before it can mark a mail repeats that one, under its id, and no other")
  func unmarked() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["asha", "ravi", "zoya"])
    let failing = FailingMarks(store, on: 2)
    await #expect(throws: CoachError.self) { try await mail(port: relay.port, outbox: failing).deliver() }
    #expect(try await mail(port: relay.port).deliver() == 2)
    let ids = Dictionary(grouping: try relay.mails(), by: \.to).mapValues { $0.map(\.messageID) }
    #expect(
      ids.mapValues(\.count) == ["asha@user.example": 1, "ravi@user.example": 2, "zoya@user.example": 1])
    #expect(ids["ravi@user.example"].map { Set($0).count } == 1)
  }

  @Test("of two drains at once one is at work; the lease of one that died runs out")
  func twoDrains() async throws {
    let relay = try SMTPRelay()
    try await enqueue(["asha", "ravi"])
    let (reached, hasReached) = AsyncStream<Void>.makeStream()
    let (opened, open) = AsyncStream<Void>.makeStream()
    let slow = UserHosts { user in
      hasReached.yield()
      for await _ in opened { break }
      return "\(user)@user.example"
    }
    let first = mail(port: relay.port, slow)
    async let sent = first.deliver()
    for await _ in reached { break }
    let second = mail(port: relay.port)
    #expect(try await second.deliver() == nil)
    open.finish()
    #expect(try await sent == 2)
    #expect(try relay.mails().count == 2)

    try await enqueue(["zoya"])
    _ = try await store.setIfAbsent(
      OutboxMail.leaseKey, "dead", until: "2026-08-14T00:03:00.000Z", at: "2026-08-14T00:00:00.000Z")
    #expect(try await second.deliver() == nil)
    time.set(181)
    #expect(try await second.deliver() == 1)
  }
}

/// Addresses made from the user's name.
private struct UserHosts: AddressBook {
  let address: @Sendable (String) async -> String?

  init(_ address: @escaping @Sendable (String) async -> String? = { "\($0)@user.example" }) {
    self.address = address
  }

  func mailAddress(of user: String) async -> String? { await address(user) }
}

/// An outbox that cannot be written once.
private final class FailingMarks: OutboxStore {
  private let base: SQLiteCoachStore
  private let failing: Int
  private let marks = Mutex(0)

  init(_ base: SQLiteCoachStore, on failing: Int) {
    self.base = base
    self.failing = failing
  }

  func enqueue(_ message: OutboxMessage, at time: String, as principal: Principal) throws(CoachError) -> Bool
  {
    try base.enqueue(message, at: time, as: principal)
  }
  func unsent(limit: Int) throws(CoachError) -> [OutboxMessage] { try base.unsent(limit: limit) }
  func markSent(_ ids: [String], at time: String) throws(CoachError) {
    let number = marks.withLock {
      $0 += 1
      return $0
    }
    guard number != failing else { throw CoachError(.storeFailed, "the disk is full") }
    try base.markSent(ids, at: time)
  }
}

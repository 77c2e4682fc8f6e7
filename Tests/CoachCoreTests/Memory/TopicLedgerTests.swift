import Finance
import Testing

@testable import CoachCore

@Suite("Topic ledger")
struct TopicLedgerTests {
  private static let start = CivilDate(iso: "2026-08-14") ?? .minimum

  private let cooldowns: TopicCooldowns

  init() throws {
    cooldowns = try PolicyTables.embedded().topicCooldowns(on: Self.start)
  }

  private static func severity(_ band: GoalBand) -> Insight.Severity {
    switch band {
    case .atRisk: .action
    case .behind, .matured: .attention
    case .onTrack, .close: .info
    }
  }

  private func telling(
    _ key: String, _ severity: Insight.Severity, hash: String = "a", inputs: String? = nil, day: Int
  ) -> TopicTelling {
    TopicTelling(
      topicKey: key, severity: severity, factHash: hash, inputsHash: inputs ?? hash,
      asOf: Self.start.adding(days: day))
  }

  private func telling(_ band: GoalBand, hash: String = "a", inputs: String? = nil, day: Int)
    -> TopicTelling
  {
    telling("goal:g2:gap:\(band.rawValue)", Self.severity(band), hash: hash, inputs: inputs, day: day)
  }

  private func told(_ tellings: [TopicTelling]) -> TopicLedger {
    let empty = TopicLedger([], cooldowns: cooldowns)
    return TopicLedger(tellings.map { empty.entry(for: $0, at: "t") }, cooldowns: cooldowns)
  }

  private static let bands: [GoalBand] = [.onTrack, .close, .behind, .atRisk]
  private static let days = [0, 1, 6, 7, 8, 13, 14, 15, 29, 30, 31, 400]

  @Test("a topic never told is told")
  func new() {
    for band in GoalBand.allCases {
      #expect(told([]).decision(for: telling(band, day: 0)) == .tell(.new))
    }
  }

  @Test(
    "the same state rests until its severity's cool-down is over, unless its figures changed",
    arguments: bands, days)
  func cooldown(band: GoalBand, day: Int) {
    let ledger = told([telling(band, day: 0)])
    let length: Int =
      switch Self.severity(band) {
      case .info: 30
      case .attention: 14
      case .action: 7
      }
    let until = Self.start.adding(days: length)
    // Inputs that moved by less than can be read, and figures that moved by the date alone, are no change.
    for (hash, inputs) in [("a", "a"), ("a", "b"), ("b", "a")] {
      #expect(
        ledger.decision(for: telling(band, hash: hash, inputs: inputs, day: day))
          == (day < length ? .rest(until: until, .coolingDown) : .tell(.returned)))
    }
    #expect(ledger.decision(for: telling(band, hash: "b", day: day)) == .tell(.changed))
  }

  @Test("a worse state is told on any day, a better one when it is new", arguments: bands, bands)
  func states(before: GoalBand, after: GoalBand) throws {
    let then = try #require(Self.bands.firstIndex(of: before))
    let now = try #require(Self.bands.firstIndex(of: after))
    for day in Self.days {
      let decision = told([telling(before, day: 0)]).decision(for: telling(after, day: day))
      if now > then { #expect(decision == .tell(.worsened)) }
      if now < then { #expect(decision == .tell(.new)) }
    }
  }

  @Test("a state that was left and comes back worse is told, though its own cool-down is open")
  func relapse() {
    let ledger = told([telling(.behind, day: 0), telling(.close, day: 2)])
    #expect(ledger.decision(for: telling(.behind, day: 3)) == .tell(.worsened))
    let better = told([telling(.close, day: 0), telling(.behind, day: 2)])
    #expect(
      better.decision(for: telling(.close, day: 3))
        == .rest(until: Self.start.adding(days: 30), .coolingDown))
  }

  @Test("the same state that has come to matter more is told")
  func severity() {
    let ledger = told([telling("portfolio:overlap:high", .attention, day: 0)])
    #expect(
      ledger.decision(for: telling("portfolio:overlap:high", .action, day: 1)) == .tell(.worsened))
    #expect(
      ledger.decision(for: telling("portfolio:overlap:high", .info, day: 1))
        == .rest(until: Self.start.adding(days: 14), .coolingDown))
  }

  @Test("kinds of advice stand side by side: one is no worse form of another")
  func advice() {
    let ledger = told([
      telling("goal:g2:advice:increase_sip", .action, day: 0),
      telling("goal:g2:advice:rebalance", .info, day: 1),
    ])
    #expect(
      ledger.decision(for: telling("goal:g2:advice:increase_sip", .action, day: 2))
        == .rest(until: Self.start.adding(days: 7), .coolingDown))
    #expect(ledger.decision(for: telling("goal:g2:advice:lower_target", .action, day: 2)) == .tell(.new))
  }

  @Test("another goal's topics, and keys without a state, are of no family")
  func families() {
    let ledger = told([telling("goal:g1:gap:close", .info, day: 0), telling("note", .info, day: 0)])
    #expect(ledger.decision(for: telling("goal:g2:gap:behind", .attention, day: 1)) == .tell(.new))
    #expect(ledger.decision(for: telling("other", .action, day: 1)) == .tell(.new))
    for (key, family) in [
      ("goal:g2:gap:close", "goal:g2:gap"), ("portfolio:overlap:low", "portfolio:overlap"), ("a:b", nil),
      ("a", nil), ("", nil), ("goal:g2:advice:x", nil),
    ] {
      #expect(TopicKey(key).family == family)
    }
  }

  @Test(
    "feedback holds a topic back though its figures change; worsening passes all the same",
    arguments: [TopicLedgerEntry.Feedback.Status.snoozed, .dismissed], [1, 20, 59, 60, 61])
  func feedback(status: TopicLedgerEntry.Feedback.Status, day: Int) {
    let until = Self.start.adding(days: 60)
    let entry = TopicLedgerEntry(
      topicKey: "goal:g2:gap:behind", factHash: "a", inputsHash: "a", severity: .attention,
      toldOn: Self.start,
      firstSeenAt: "t", lastSeenAt: "t", cooldownUntil: Self.start.adding(days: 14),
      feedback: .init(status, until: until))
    let ledger = TopicLedger([entry], cooldowns: cooldowns)
    let reason: TopicLedger.Reason = status == .snoozed ? .snoozed : .dismissed
    for hash in ["a", "b"] {
      let expected: TopicLedger.Decision =
        day < 60 ? .rest(until: until, reason) : .tell(hash == "a" ? .returned : .changed)
      #expect(ledger.decision(for: telling(.behind, hash: hash, day: day)) == expected)
    }
    #expect(ledger.decision(for: telling(.atRisk, day: day)) == .tell(.worsened))
    #expect(ledger.dismissal(on: Self.start).until == Self.start.adding(days: 180))
  }

  @Test("the order of the entries does not matter")
  func order() {
    let empty = TopicLedger([], cooldowns: cooldowns)
    let entries = [(GoalBand.behind, 0), (.close, 2), (.onTrack, 5)].map {
      empty.entry(for: telling($0.0, day: $0.1), at: "t")
    }
    for permuted in [entries, entries.reversed(), [entries[1], entries[2], entries[0]]] {
      let ledger = TopicLedger(permuted, cooldowns: cooldowns)
      #expect(ledger.decision(for: telling(.close, day: 6)) == .tell(.worsened))
    }
  }
}

import Foundation
import Testing

@testable import CoachService

@Suite("Fixture users as UUIDs")
struct FixtureSubjectTests {
  @Test("both ways, for every length and the ends of the tenants")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 3)
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let characters = letters + Array("0123456789")
    var seen: Set<String> = []
    for round in 0..<5_000 {
      var user = String(letters[Int(random.next() % 26)])
      for _ in 0..<round % 16 { user.append(characters[Int(random.next() % 36)]) }
      for tenant in [0, FixtureSubject.tenants - 1, random.next() % FixtureSubject.tenants] {
        let subject = try #require(FixtureSubject(user: user, tenant: tenant))
        let uuid = subject.uuid
        #expect(FixtureSubject(uuid: uuid) == subject)
        #expect(TextForm.isLowercaseUUID(uuid))
        #expect(uuid[uuid.index(uuid.startIndex, offsetBy: 14)] == "8")
        #expect("89ab".contains(uuid[uuid.index(uuid.startIndex, offsetBy: 19)]))
        seen.insert("\(user) \(tenant) \(uuid)")
      }
    }
    #expect(Set(seen.map { $0.suffix(36) }).count == seen.count)
    for user in ["a", "z", "zzzzzzzzzzzzzzzz", "z999999999999999", "a000000000000000"] {
      let subject = try #require(FixtureSubject(user: user, tenant: 1))
      #expect(FixtureSubject(uuid: subject.uuid) == subject)
    }
  }

  @Test("a known value stays what it is")
  func known() throws {
    #expect(FixtureSubject(user: "asha", tenant: 1)?.uuid == Self.asha)
  }

  /// 1·37¹⁵ + 19·37¹⁴ + 8·37¹³ + 1·37¹² on the left of the tenant, worked out apart from this code.
  private static let asha = "06b487f8-9ba1-80c5-bd7b-1c4000000001"

  @Test("ids and tenants out of range")
  func refused() {
    for user in ["", "1a", "A", "a-b", "a_b", "é", "aaaaaaaaaaaaaaaaa", " a", "a "] {
      #expect(FixtureSubject(user: user, tenant: 0) == nil, "\(user)")
    }
    #expect(FixtureSubject(user: "a", tenant: FixtureSubject.tenants) == nil)
    #expect(FixtureSubject(user: "a", tenant: .max) == nil)
  }

  @Test("other UUIDs are nobody's, and those that are somebody's say so again")
  func foreign() throws {
    for uuid in [
      "", "x", TokenForge.alice, "00000000-0000-0000-0000-000000000000",
      "00000000-0000-8000-8000-000000000000",
      "ffffffff-ffff-ffff-ffff-ffffffffffff", "ffffffff-ffff-8fff-bfff-ffffffffffff",
      try #require(FixtureSubject(user: "asha", tenant: 1)).uuid.uppercased(),
    ] { #expect(FixtureSubject(uuid: uuid) == nil, "\(uuid)") }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let hex = (String(random.next(), radix: 16) + "0000000000000000").prefix(16)
      let more = (String(random.next(), radix: 16) + "0000000000000000").prefix(15)
      let text =
        "\(hex.prefix(8))-\(hex.dropFirst(8).prefix(4))-8\(hex.suffix(3))-8\(more.prefix(3))-\(more.suffix(12))"
      if let subject = FixtureSubject(uuid: text) { #expect(subject.uuid == text) }
    }
  }
}

import CoachCore
import Foundation
import Synchronization
import Testing

@testable import CoachService

/// A place that publishes keys, counts who asks, and can be down or slow.
private final class KeyPlace: Sendable {
  struct Down: Error {}

  private struct State {
    var keys: [VerificationKey]
    var body: [UInt8]?
    var isDown = false
    var fetches = 0
  }

  private let state: Mutex<State>

  init(_ keys: [VerificationKey]) { state = Mutex(State(keys: keys)) }

  var fetches: Int { state.withLock { $0.fetches } }
  func publish(_ keys: [VerificationKey]) { state.withLock { $0.keys = keys } }
  func answer(_ text: String) { state.withLock { $0.body = Array(text.utf8) } }
  func setDown(_ isDown: Bool) { state.withLock { $0.isDown = isDown } }

  func fetch() throws -> [UInt8] {
    try state.withLock {
      $0.fetches += 1
      if $0.isDown { throw Down() }
      return $0.body ?? KeySetDocument.bytes($0.keys)
    }
  }
}

@Suite("Keys: published at a URL")
struct VerificationKeysTests {
  private let time = AuthClock()
  private let a = SigningKey.generate().verificationKey
  private let b = SigningKey.generateP256().verificationKey

  private func keys(_ place: KeyPlace) -> VerificationKeys {
    VerificationKeys(url: "https://facade.example/jwks.json", clock: time.clock) { url in
      #expect(url == "https://facade.example/jwks.json")
      return try place.fetch()
    }
  }

  private func refusal(_ keys: VerificationKeys, _ id: String?) async -> AuthError.Code? {
    await Refusal.code { _ = try await keys.key(id) }
  }

  @Test("fetched once, believed for five minutes, and gone when it is gone from the document")
  func cache() async throws {
    let place = KeyPlace([a])
    let keys = keys(place)
    for second in stride(from: 0.0, to: 300, by: 10) {
      time.set(second)
      #expect(try await keys.key(a.id).id == a.id)
    }
    #expect(place.fetches == 1)
    place.publish([b])
    time.set(299)
    #expect(try await keys.key(a.id).id == a.id)
    time.set(300)
    #expect(await refusal(keys, a.id) == .unknownKey)
    #expect(try await keys.key(b.id).id == b.id)
    #expect(place.fetches == 2)
  }

  @Test("an unknown kid fetches again, at most once in 30 seconds, however many ask")
  func unknownKeyIsRateLimited() async throws {
    let place = KeyPlace([a])
    let keys = keys(place)
    _ = try await keys.key(a.id)
    for second in 0..<29 {
      time.set(Double(second))
      for guess in 0..<20 { #expect(await refusal(keys, "guess-\(second)-\(guess)") == .unknownKey) }
    }
    #expect(place.fetches == 1)
    place.publish([a, b])
    time.set(30)
    #expect(try await keys.key(b.id).id == b.id)
    #expect(place.fetches == 2)
    for _ in 0..<100 { #expect(await refusal(keys, "guess") == .unknownKey) }
    #expect(place.fetches == 2)
  }

  @Test("names that no key can have are never asked for")
  func impossibleNames() async {
    let place = KeyPlace([a])
    let keys = keys(place)
    for id in [nil, "", "a b", "\u{e9}", String(repeating: "k", count: 129)] {
      #expect(await refusal(keys, id) == .unknownKey)
    }
    #expect(place.fetches == 0)
  }

  @Test("while the place is down the last document is used for an hour more, then nobody is let in")
  func staleWhileError() async throws {
    let place = KeyPlace([a])
    let keys = keys(place)
    _ = try await keys.key(a.id)
    place.setDown(true)
    time.set(301)
    #expect(try await keys.key(a.id).id == a.id)
    #expect(place.fetches == 2)
    for _ in 0..<50 { _ = try await keys.key(a.id) }
    #expect(place.fetches == 2)
    #expect(await refusal(keys, b.id) == .unknownKey)
    time.set(303)
    _ = try await keys.key(a.id)
    #expect(place.fetches == 3)
    time.set(3_899)
    _ = try await keys.key(a.id)
    time.set(3_901)
    #expect(await refusal(keys, a.id) == .unavailable)
    place.setDown(false)
    time.set(3_904)
    #expect(try await keys.key(a.id).id == a.id)
  }

  @Test("a place that was never reached is asked again soon, not at every request")
  func neverReached() async throws {
    let place = KeyPlace([a])
    place.setDown(true)
    let keys = keys(place)
    for _ in 0..<50 { #expect(await refusal(keys, a.id) == .unavailable) }
    #expect(place.fetches == 1)
    place.setDown(false)
    time.set(2)
    #expect(try await keys.key(a.id).id == a.id)
  }

  @Test("a body that is no key set counts as a failure: the keys that were known stay")
  func junk() async throws {
    for body in ["", "<html>", "[]", "{}", #"{"keys":1}"#, String(repeating: " ", count: 70_000)] {
      let place = KeyPlace([a])
      let keys = keys(place)
      time.set(0)
      _ = try await keys.key(a.id)
      place.answer(body)
      time.set(301)
      #expect(try await keys.key(a.id).id == a.id)
      #expect(place.fetches == 2)
    }
  }

  @Test("a hundred who ask at once cause one fetch, and one who gives up takes nothing from the others")
  func singleFlight() async throws {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let fetches = AuthCounter()
    let document = KeySetDocument.bytes([a])
    let keys = VerificationKeys(url: "jwks", clock: time.clock) { _ in
      _ = fetches.next()
      for await _ in gate {}
      return document
    }
    let id = a.id
    let first = Task { try await keys.key(id) }
    while fetches.count == 0 { await Task.yield() }
    first.cancel()
    let found = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<100 { group.addTask { (try? await keys.key(id)) != nil } }
      group.addTask {
        open.finish()
        return false
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(found == 100)
    #expect(fetches.count == 1)
    #expect(try await first.value.id == id)
  }

  @Test("a document is as old as the question: a key published while it travelled is asked for again")
  func slowFetch() async throws {
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let place = KeyPlace([a])
    let keys = VerificationKeys(url: "jwks", clock: time.clock) { _ in
      let body = try place.fetch()
      for await _ in gate {}
      return body
    }
    let (old, new) = (a.id, b.id)
    let first = Task { try await keys.key(old).id }
    while place.fetches == 0 { await Task.yield() }
    place.publish([a, b])
    time.set(31)
    let second = Task { try await keys.key(new).id }
    open.finish()
    #expect(try await first.value == old)
    #expect(try await second.value == new)
    #expect(place.fetches == 2)
  }
}

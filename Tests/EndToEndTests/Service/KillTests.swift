import CoachClient
import Foundation
import HTTPTransport
import JSONKit
import Synchronization
import Testing

/// The engine dies in the middle of its work and another takes its place: sessions end as they would have, and their
/// followers see nothing but a pause.
@Suite("the engine is killed", .timeLimit(.minutes(10)))
struct KillTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
  }

  /// What the followers have seen, together.
  private final class Seen: Sendable {
    private let count = Mutex(0)
    func add() { count.withLock { $0 += 1 } }
    var events: Int { count.withLock(\.self) }
  }

  /// A client with an access of its own.
  private func client(_ url: String, _ user: String, _ transport: any Transport) async throws -> CoachClient {
    let signIn = try await CoachClient.signIn(user: user, baseURL: url, transport: transport)
    var policy = ReconnectPolicy()
    policy.attempts = 100
    return CoachClient(
      baseURL: url, credential: .bearer(signIn.accessToken), transport: transport, policy: policy)
  }

  @Test("kill -9 and a new process: every session ends, no event is lost or changed, no call is made anew")
  func killed() async throws {
    let store = project.file("coach.sqlite").path
    let first = try await ServedProject.start(in: project.root, store: store)
    let transport = try CurlTransport()
    let users = ["u02", "u29", "u03", "u29", "u09", "u29", "u12", "u29"]
    let seen = Seen()
    let url = first.url
    var clients: [CoachClient] = []
    for user in users { clients.append(try await client(url, user, transport)) }
    let runs = try await withThrowingTaskGroup(of: (String, [ReceivedEvent]).self) { group in
      for client in clients {
        group.addTask {
          let session = try await client.start(["as_of": "2026-08-14"], idempotencyKey: nil).session
          var events: [ReceivedEvent] = []
          for try await event in client.events(session: session) {
            events.append(event)
            seen.add()
          }
          return (session, events)
        }
      }
      // In the middle: something was told of several sessions, and the slow ones are far from their end.
      while seen.events < 40 { try await Task.sleep(for: .milliseconds(2)) }
      first.engine.signal(SIGKILL)
      _ = await first.engine.ended()
      let second = try await first.restartEngine(in: project.root, store: store)
      var runs: [(String, [ReceivedEvent])] = []
      for try await run in group { runs.append(run) }
      await second.stop()
      return runs
    }
    #expect(runs.count == users.count)
    var resumed = 0
    for (session, events) in runs {
      // `CoachClient` itself refuses a gap, a step back, and one number with two payloads.
      #expect(events.compactMap(\.seq) == Array(1...events.count), "\(session)")
      #expect(events.last?.type == "session.completed")
      #expect(events.count { $0.isTerminal } == 1)
      if Set(events.map(\.connection)).count > 1 { resumed += 1 }
      try expectNoCallTwice(events)
    }
    #expect(resumed > 0, "no stream was cut, so nothing was tried")
    print("kill: \(runs.count) sessions, \(resumed) of them followed across the kill")
  }

  /// Each call of a model is told once, and comes back once, unless it was in flight when the engine died.
  private func expectNoCallTwice(_ events: [ReceivedEvent]) throws {
    var returned: [String: Int] = [:]
    var doubtful = 0
    for event in events {
      let data = try event.json()["data"]
      if event.type == "call.possibly_paid_twice" { doubtful += 1 }
      guard event.type == "model.result", let data else { continue }
      let call = ["node", "topic_key", "attempt", "purpose"].map { data[$0]?.compact() ?? "" }
      returned[call.joined(separator: " "), default: 0] += 1
    }
    #expect(returned.values.allSatisfy { $0 == 1 })
    #expect(doubtful <= 8)
  }

  @Test("SIGTERM: streams end with a word, the process ends well, and the next one goes on")
  func terminated() async throws {
    let store = project.file("coach.sqlite").path
    let first = try await ServedProject.start(in: project.root, store: store)
    let transport = try CurlTransport()
    let client = try await client(first.url, "u29", transport)
    let session = try await client.start(["as_of": "2026-08-14"], idempotencyKey: nil).session
    first.engine.signal(SIGTERM)
    #expect(await first.engine.ended() == 0)
    let second = try await first.restartEngine(in: project.root, store: store)
    var last: ReceivedEvent?
    for try await event in client.events(session: session) { last = event }
    #expect(last?.type == "session.completed")
    await second.stop()
  }

  @Test("a port that is taken is bad input, told by its number")
  func taken() async throws {
    let served = try await ServedProject.start(in: project.root)
    let port = try #require(URL(string: served.url)?.port)
    let second = try await WorkbenchProcess.run(
      ["serve", "--fixtures", "fixtures", "--port", "\(port)"], in: project.root)
    #expect(second.status == 2)
    #expect(second.errors.contains("port \(port): somebody else listens there"), "\(second.errors)")
    await served.stop()
  }

  @Test("one process owns a store; another is told which to stop")
  func owned() async throws {
    let store = project.file("coach.sqlite").path
    let first = try await ServedProject.start(in: project.root, store: store)
    let second = try await WorkbenchProcess.shell(
      "AICOACH_JWKS_URL=http://127.0.0.1:1/ \"$WORKBENCH\" serve --role engine --fixtures fixtures --port 0 --store '\(store)'",
      in: project.root)
    #expect(second.status == 2)
    #expect(second.errors.contains("\(first.engine.processID)"), "\(second.errors)")
    await first.stop()
  }
}

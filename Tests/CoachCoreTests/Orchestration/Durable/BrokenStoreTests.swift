import Foundation
import Testing

@testable import CoachCore

/// A database that cannot be used is a typed error, never a trap, and never a second terminal event.
@Suite("A store that is broken")
struct BrokenStoreTests {
  private func file() -> String {
    FileManager.default.temporaryDirectory.appending(path: "coach-\(UUID().uuidString).sqlite").path
  }

  @Test("a full disk stops the run where it stands, and what was written can be taken up on a larger one")
  func full() async throws {
    let path = file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let run = try ScriptedRun.random(seed: 4)
    let expected = try await run.run().canonical()
    let wide = try ScriptedRun(
      run.graph, run.steps, seed: run.seed, base: SQLiteCoachStore(path: path))
    let pages = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0) / 4_096
    let narrow = try SQLiteCoachStore(path: path, pages: max(pages, 2))
    let error = await #expect(throws: CoachError.self) { try await wide.run(on: narrow) }
    #expect(error?.code == .storeFailed)
    let begun = try wide.base.session(wide.session, as: wide.owner) != nil
    let record = try await wide.run(resumed: begun)
    #expect(try record.canonical() == expected)
  }

  @Test("a database that another process holds is an error once patience has run out")
  func locked() async throws {
    let path = file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let holder = try SQLiteCoachStore(path: path)
    let store = try SQLiteCoachStore(path: path, patience: 0.05)
    let run = try ScriptedRun.random(seed: 4)
    let (held, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let thread = Thread {
      try? holder.write("holding the lock") { _ in
        held.signal()
        release.wait()
      }
    }
    thread.start()
    await Task.detached { Self.wait(held) }.value
    let error = await #expect(throws: CoachError.self) { try await run.run(on: store) }
    release.signal()
    #expect(error?.code == .storeFailed)
    #expect(run.calls.total == 0)
  }

  private static func wait(_ semaphore: DispatchSemaphore) { semaphore.wait() }

  @Test("a file that is no database, or was one, is an error", arguments: [0, 100, 4_096, 20_000])
  func corrupt(intact: Int) async throws {
    let path = file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    do { _ = try SQLiteCoachStore(path: path) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in bytes.indices where index >= intact {
      bytes[index] = UInt8(truncatingIfNeeded: index &* 31 | 1)
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    let run = try ScriptedRun.random(seed: 4)
    let error = await #expect(throws: CoachError.self) {
      try await run.run(on: try SQLiteCoachStore(path: path))
    }
    #expect(error?.code == .storeFailed || error?.code == .conflict)
  }
}

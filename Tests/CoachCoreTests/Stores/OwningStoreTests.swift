import Foundation
import GRDB
import Testing

@testable import CoachCore

@Suite("A store that is owned")
struct OwningStoreTests {
  @Test("a second owner is refused and told whom to stop; once the first is gone it is let in")
  func owned() throws {
    let file = TemporaryStore()
    var first: SQLiteCoachStore? = try SQLiteCoachStore.owning(path: file.path)
    let copy = first
    let error = #expect(throws: CoachError.self) { try SQLiteCoachStore.owning(path: file.path) }
    #expect(error?.code == .storeInUse)
    #expect(error?.message.contains("process \(getpid())") == true)
    first = nil
    #expect(throws: CoachError.self) { try SQLiteCoachStore.owning(path: file.path) }
    #expect(try copy?.openSessions() == [])
    // Whoever does not own is not kept out: reading beside a service is allowed.
    #expect(try file.open().openSessions().isEmpty)
  }

  @Test("what an owner commits waits for the disk, what others commit does not")
  func durability() throws {
    let file = TemporaryStore()
    let owned = try SQLiteCoachStore.owning(path: file.path)
    for (store, level) in [(owned, 2), (try file.open(), 1)] {
      var found: Int?
      try store.writeOne("asking") { found = try Int.fetchOne($0, sql: "PRAGMA synchronous") }
      #expect(found == level)
    }
  }

  @Test("the system takes the lock back from a process that was killed")
  func killed() throws {
    let file = TemporaryStore()
    let lock = file.path + ".lock"
    let holder = Process()
    holder.executableURL = URL(filePath: "/bin/sh")
    // The shell becomes the sleeper, which keeps the descriptor that holds the lock.
    holder.arguments = ["-c", "exec 9>\"$1\"; flock 9; echo 4711 >&9; echo held; exec sleep 600", "sh", lock]
    let output = Pipe()
    holder.standardOutput = output
    try holder.run()
    #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
    let error = #expect(throws: CoachError.self) { try SQLiteCoachStore.owning(path: file.path) }
    #expect(error?.message.contains("process 4711") == true)
    kill(holder.processIdentifier, SIGKILL)
    holder.waitUntilExit()
    #expect(try SQLiteCoachStore.owning(path: file.path).openSessions().isEmpty)
  }

  @Test("a file that cannot be made is a typed error")
  func unwritable() {
    let error = #expect(throws: CoachError.self) {
      try SQLiteCoachStore.owning(path: "/nowhere/at/all/coach.sqlite")
    }
    #expect(error?.code == .storeFailed)
  }
}

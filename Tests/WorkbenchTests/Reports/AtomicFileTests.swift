import Foundation
import Testing

@testable import Workbench

@Suite("Atomic files") struct AtomicFileTests {
  @Test("a file is written, replaced, and nothing is left beside it")
  func replace() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write("one", to: folder.file("a.txt"))
    try AtomicFile.write("two, and longer", to: folder.file("a.txt"))
    #expect(String(decoding: try folder.read("a.txt"), as: UTF8.self) == "two, and longer")
    try AtomicFile.write([], to: folder.file("empty"))
    #expect(try folder.read("empty").isEmpty)
    #expect(try folder.names() == ["a.txt", "empty"])
  }

  @Test("a reader sees the old file or the new one, never a part")
  func neverPartial() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("report")
    let versions = (0..<4).map { [UInt8](repeating: UInt8(ascii: "a") + UInt8($0), count: 300_000) }
    try AtomicFile.write(versions[0], to: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for index in 0..<40 { try AtomicFile.write(versions[index % 4], to: path) } }
      group.addTask {
        for _ in 0..<40 {
          let seen = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
          #expect(versions.contains(seen))
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("a refusal names the path, the reason and a remedy")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write("file", to: folder.file("file"))
    try FileManager.default.createDirectory(atPath: folder.file("dir"), withIntermediateDirectories: false)
    let expected = [
      ("missing/a", "No such file or directory", "create the folder first"),
      ("file/a", "Not a directory", "--out"),
      ("dir", "Is a directory", "move it away"),
      (String(repeating: "n", count: 300), "File name too long", "shorter"),
    ]
    for (name, reason, remedy) in expected {
      let error = #expect(throws: ReportError.self) { try AtomicFile.write("x", to: folder.file(name)) }
      #expect(error?.code == .unwritableFile)
      #expect(error?.file == folder.file(name))
      #expect(error?.message.contains(reason) == true)
      #expect(error?.message.contains(remedy) == true)
    }
    #expect(try folder.names() == ["dir", "file"])
  }
}

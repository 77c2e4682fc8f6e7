public import Foundation
import JSONKit

/// Takes messages from the outbox to a file of JSON lines, each exactly once, wherever it is interrupted.
///
/// The file is written beside its place and put there in one step; only then is the outbox told. What a drain that was
/// cut off had put into the file is found there by its id, and not put there again. Drains of one file keep out of each
/// other's way by a lock on `<file>.lock`, which the system takes back from a process that dies; whoever takes lines out
/// of the file for good must hold it too.
public struct OutboxDrain: Sendable {
  /// The places a drain can be cut off at.
  enum Step: Hashable, Sendable, CaseIterable {
    case read, written, placed, marked
  }

  private let outbox: any OutboxStore
  private let clock: RunClock
  private let file: URL
  /// Called at each step; tests cut the drain off by throwing.
  var checkpoint: @Sendable (Step) throws -> Void = { _ in }

  /// - Parameter file: where the lines go.
  public init(_ outbox: any OutboxStore, to file: URL, clock: RunClock) {
    self.outbox = outbox
    self.clock = clock
    self.file = file
  }

  /// Writes what waits.
  ///
  /// - Parameter limit: the most messages of one call.
  /// - Returns: the number of lines added; nil when another drain is at work.
  /// - Throws: `CoachError` with code `store_failed` when the file or the outbox cannot be read or written.
  public func run(limit: Int = 1_000) throws -> Int? {
    try FileLock.tryHolding(file.appendingPathExtension("lock")) { try write(limit: limit) }
  }

  private func write(limit: Int) throws -> Int {
    let messages = try outbox.unsent(limit: max(0, limit))
    try checkpoint(.read)
    guard !messages.isEmpty else { return 0 }
    let present = try existing()
    let known = try Self.ids(in: present)
    let new = messages.filter { !known.contains($0.id) }
    if !new.isEmpty { try place(present + lines(new)) }
    try outbox.markSent(messages.map(\.id), at: clock.timestamp())
    try checkpoint(.marked)
    return new.count
  }

  private func lines(_ messages: [OutboxMessage]) throws -> String {
    try messages.map { try JSONValueEncoder().encode($0).canonical() + "\n" }.joined()
  }

  private func existing() throws -> String {
    guard FileManager.default.fileExists(atPath: file.path) else { return "" }
    do {
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw CoachError(.storeFailed, "\(file.lastPathComponent) cannot be read: \(error)", cause: error)
    }
  }

  private static func ids(in text: String) throws -> Set<String> {
    var ids: Set<String> = []
    for (index, line) in text.split(separator: "\n").enumerated() {
      guard let json = try? JSONValue(parsing: String(line)), let id = json["id"]?.string else {
        throw CoachError(
          .storeFailed,
          "line \(index + 1) of the outbox file is no message; move the file away and drain again")
      }
      ids.insert(id)
    }
    return ids
  }

  private func place(_ text: String) throws {
    let draft = file.appendingPathExtension("part")
    do {
      try Data(text.utf8).write(to: draft)
      let handle = try FileHandle(forUpdating: draft)
      // On the disk before it has the name: else a power cut could leave the name and nothing behind it.
      try handle.synchronize()
      try handle.close()
    } catch {
      throw CoachError(.storeFailed, "\(draft.lastPathComponent) cannot be written: \(error)", cause: error)
    }
    try checkpoint(.written)
    guard rename(draft.path, file.path) == 0 else {
      throw CoachError(.storeFailed, "\(file.lastPathComponent) cannot be replaced: error \(errno)")
    }
    try checkpoint(.placed)
  }
}

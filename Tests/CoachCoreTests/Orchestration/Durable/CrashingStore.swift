import CoachCore
import Synchronization

/// A store that works up to one write and from then on refuses them all, as if the process had died there.
///
/// Nothing that is refused is kept, so what the store holds is what a crash would have left.
final class CrashingStore: GatedStore {
  let base: any CoachStore
  private let limit: Int
  private let fails: @Sendable (String) -> Bool
  private let state = Mutex((made: 0, isDead: false))

  /// - Parameters:
  ///   - limit: the writes that succeed.
  ///   - fails: the calls, by key, at whose intent it dies.
  init(
    _ base: any CoachStore, after limit: Int = .max,
    failing fails: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.base = base
    self.limit = limit
    self.fails = fails
  }

  /// The writes asked for.
  var writes: Int { state.withLock(\.made) }

  func admit(call: JournalEntry?) throws(CoachError) {
    let isDead = state.withLock { state in
      state.made += 1
      state.isDead = state.isDead || state.made > limit || call.map { fails($0.key) } ?? false
      return state.isDead
    }
    if isDead { throw CoachError(.storeFailed, "the process has died") }
  }
}

import CoachCore
import Synchronization

/// A store that dies: up to a point it works, and from then on it refuses every write, as if the process had been
/// killed there.
///
/// Nothing that is refused is kept, so what the store under it holds is what a kill would have left.
final class MortalStore: GatedStore {
  /// When it dies.
  enum Death: Sendable {
    /// After so many writes.
    case afterWrites(Int)
    /// Once the intent of so many calls of a model is written: the last of them is then in flight.
    case inCall(Int)
  }

  let base: any CoachStore
  private let death: Death
  private let state = Mutex((writes: 0, calls: 0))

  /// - Parameter base: what it writes to, and what is left of it.
  init(_ base: any CoachStore, dying death: Death) {
    self.base = base
    self.death = death
  }

  func admit(call: JournalEntry?) throws(CoachError) {
    let isDead = state.withLock { state in
      let isDead =
        switch death {
        case .afterWrites(let limit): state.writes >= limit
        case .inCall(let limit): state.calls >= limit
        }
      state.writes += 1
      if call?.kind == "model" { state.calls += 1 }
      return isDead
    }
    if isDead { throw CoachError(.storeFailed, "the process was killed") }
  }
}

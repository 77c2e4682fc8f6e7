/// Decides how many sessions to try next on the way to the most that a service bears.
///
/// Numbers double until one breaks or the most is held; then the middle is tried between the last that held and the
/// first that broke, until they are within a tenth. Each number is tried once: a service near its limit holds one time
/// and breaks the next, and a second try would only choose the answer.
///
///     100 ✓  200 ✓  400 ✓  800 ✓  1600 ✗  1200 ✗  1000 ✗  900 ✗  850 ✓   the knee lies between 850 and 900
struct KneeSearch: Sendable, Hashable {
  /// What is to be done.
  enum Step: Sendable, Hashable {
    /// Hold a soak of so many sessions and record how it came out.
    case hold(sessions: Int)
    /// The search is over; `held` and `broke` are its result.
    case done
  }

  /// The number to begin with.
  let first: Int
  /// The most that is tried.
  let most: Int
  /// The greatest number that held; nil when none did.
  private(set) var held: Int?
  /// The least that broke; nil when none did.
  private(set) var broke: Int?

  /// - Parameters:
  ///   - first: from 1.
  ///   - most: no less than the first; a lesser one is taken for it.
  init(from first: Int, most: Int) {
    self.first = max(1, first)
    self.most = max(self.first, most)
  }

  /// What is to be done next.
  var next: Step {
    switch (held, broke) {
    case (nil, nil): .hold(sessions: first)
    case (nil, _): .done
    case (let held?, nil) where held >= most: .done
    case (let held?, nil): .hold(sessions: held > most / 2 ? most : held * 2)
    // Of less than ten sessions a tenth is none.
    case (let held?, let broke?) where broke - held <= max(1, held / 10): .done
    case (let held?, let broke?): .hold(sessions: held + (broke - held) / 2)
    }
  }

  /// Takes the outcome of the soak that `next` asked for; without effect once the search is over.
  mutating func record(isHeld: Bool) {
    guard case .hold(let sessions) = next else { return }
    if isHeld { held = sessions } else { broke = sessions }
  }
}

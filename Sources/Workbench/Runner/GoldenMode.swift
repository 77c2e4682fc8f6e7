import ArgumentParser

/// Which cases of a run propose a golden (`<case>.json.new`).
enum GoldenMode: String, ExpressibleByArgument, CaseIterable {
  /// Those that have none yet.
  case missing
  /// Those that have none or differ from it.
  case failed
  /// All.
  case all
  /// None: what continuous integration wants.
  case never

  /// `never` under `CI=true`, else `failed`.
  static func standard(environment: [String: String]) -> GoldenMode {
    environment["CI"] == "true" ? .never : .failed
  }

  /// Whether a case proposes.
  func proposes(hasGolden: Bool, matches: Bool) -> Bool {
    switch self {
    case .missing: !hasGolden
    case .failed: !hasGolden || !matches
    case .all: true
    case .never: false
    }
  }
}

import CoachCore
import Scoring

/// What goes wrong while a case runs: a tool that answers too late, a provider that fails.
struct CaseFaults: Hashable, Sendable {
  /// The tool whose every answer comes too late.
  var slowTool: String?
  /// What is wrong with the provider of the models.
  var provider: ProviderFault?

  private static let keys = ["slow_tool", "provider"]

  /// Nothing.
  init() {}

  /// Reads the faults of a case.
  ///
  /// - Parameter fields: those of the case.
  init(_ fields: SuiteFields, problems: inout [InputProblem]) {
    guard let faults = fields.members("faults", allowed: Self.keys, &problems) else { return }
    slowTool = faults.word("slow_tool", "tool", among: CoachEngine.tools, &problems)
    let words = ProviderFault.allCases.map(\.rawValue)
    provider = faults.word("provider", "fault of a provider", among: words, &problems)
      .flatMap(ProviderFault.init)
    if Self.keys.allSatisfy({ faults[$0] == nil }) {
      problems.append(
        InputProblem(
          fields.place("faults"), "nothing goes wrong here",
          remedy: "name one of \(Self.keys.joined(separator: ", ")), or leave it out"))
    }
  }
}

/// What can be wrong with a provider.
enum ProviderFault: String, Hashable, Sendable, CaseIterable {
  /// Every call fails with a server error.
  case down
  /// The first call loses its connection; the others are answered.
  case flaky
  /// The first call is told to come back in an hour (429), and so would be every other.
  case limited
  /// No call ever comes back.
  case silent
  /// Every call is answered, and reports more tokens than were set aside for it.
  case overcharging
}

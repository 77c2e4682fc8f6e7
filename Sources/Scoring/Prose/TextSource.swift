import JSONKit

/// Which prose a text check reads.
enum TextSource: String, Hashable, Sendable, CaseIterable {
  case output, titles, bodies

  /// The texts, each with its place.
  func texts(of observation: Observation) -> [(pointer: JSONPointer, text: String)] {
    switch self {
    case .output: [(JSONPointer(tokens: ["output"]), observation.output)]
    case .titles: fields(of: observation, role: .title)
    case .bodies: fields(of: observation, role: .body)
    }
  }

  private func fields(
    of observation: Observation, role: ProseField.Role
  ) -> [(pointer: JSONPointer, text: String)] {
    observation.prose.filter { $0.role == role }.map { ($0.pointer, $0.text) }
  }
}

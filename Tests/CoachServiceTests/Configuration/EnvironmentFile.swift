import Foundation

/// The variables of `docs/env.example`: their values, and what the comment above each says of who reads it.
struct EnvironmentFile {
  struct Variable {
    let name: String
    let value: String
    /// What stands after "Read by:".
    let readers: String
  }

  let variables: [Variable]

  init() throws {
    let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let text = try String(contentsOf: root.appending(path: "docs/env.example"), encoding: .utf8)
    var readers = ""
    var variables: [Variable] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let note = line.firstRange(of: "# Read by: ") {
        readers = String(line[note.upperBound...])
      } else if let equals = line.firstIndex(of: "="), !line.hasPrefix("#") {
        variables.append(
          Variable(
            name: String(line[..<equals]), value: String(line[line.index(after: equals)...]), readers: readers
          ))
      }
    }
    self.variables = variables
  }

  /// The file as an environment.
  var environment: [String: String] {
    Dictionary(variables.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}

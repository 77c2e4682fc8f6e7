public import JSONKit

/// What one check says of one observation.
public struct CheckResult: Hashable, Sendable {
  /// The check's name as the suite writes it, for example `not-contains`.
  public let check: String
  /// How it came out.
  public let status: CheckStatus
  /// One line: the first thing that is wrong, and how many more there are; empty when it passed.
  public let message: String
  /// Everything that is wrong, a line each.
  public let details: [String]
  /// Where in the observation's document, in the order of `details`; golden differences point into the golden.
  public let pointers: [JSONPointer]

  init(
    _ check: String, _ status: CheckStatus, _ message: String = "", details: [String] = [],
    pointers: [JSONPointer] = []
  ) {
    self.check = check
    self.status = status
    self.message = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    self.details = details
    self.pointers = pointers
  }

  /// Passed without findings, failed with: the message is the first of them and the count of the rest.
  init(_ check: String, findings: [CheckFinding]) {
    guard let first = findings.first else {
      self.init(check, .passed)
      return
    }
    let more = findings.count > 1 ? " (and \(findings.count - 1) more)" : ""
    self.init(
      check, .failed, first.text + more, details: findings.map(\.text), pointers: findings.map(\.pointer))
  }
}

/// One thing a check objects to.
struct CheckFinding: Hashable, Sendable {
  let text: String
  let pointer: JSONPointer

  init(_ text: String, at pointer: JSONPointer) {
    self.text = text
    self.pointer = pointer
  }
}

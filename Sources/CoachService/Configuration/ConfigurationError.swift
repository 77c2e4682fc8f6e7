/// Everything that is wrong with a service's environment, at once; no value of a variable is shown.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The variable.
    public let variable: String
    /// What is wrong and what to do.
    public let message: String

    /// The variable and the message.
    public var description: String { "\(variable): \(message)" }
  }

  /// What is wrong, in the order the variables are read.
  public let problems: [Problem]

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

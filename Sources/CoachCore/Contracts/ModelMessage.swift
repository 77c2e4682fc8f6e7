/// One message of a conversation with a model.
public struct ModelMessage: Codable, Hashable, Sendable {
  /// Who speaks.
  public enum Role: String, Codable, Sendable, CaseIterable {
    case system, user, assistant
  }

  /// Who speaks.
  public let role: Role
  /// What is said.
  public let text: String

  /// Makes a message.
  public init(role: Role, text: String) {
    self.role = role
    self.text = text
  }
}

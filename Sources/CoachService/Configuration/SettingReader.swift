import Configuration
import Foundation

/// Reads variables through swift-configuration and notes what is wrong with them, instead of stopping at the first.
///
/// A variable that is set to nothing counts as not set, as compose files and CI systems leave them.
struct SettingReader {
  private let reader: ConfigReader
  private(set) var problems: [ConfigurationError.Problem] = []

  init(_ environment: [String: String]) {
    let secrets = Set(ServiceVariable.all.filter(\.isSecret).map(\.name))
    reader = ConfigReader(
      provider: EnvironmentVariablesProvider(
        environmentVariables: environment, secretsSpecifier: .specific(secrets)))
  }

  /// Notes a problem.
  mutating func refuse(_ variable: String, _ message: String) {
    problems.append(ConfigurationError.Problem(variable: variable, message: message))
  }

  /// A text, nil when there is none.
  func text(_ variable: ServiceVariable) -> String? {
    let text = reader.string(forKey: Self.key(variable), isSecret: variable.isSecret)
    return text?.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty == false ? text : nil
  }

  /// A whole number within bounds, or what stands for none.
  mutating func number(_ variable: ServiceVariable, _ bounds: ClosedRange<Int>, default value: Int) -> Int {
    number(variable, bounds, without: "\(value)") ?? value
  }

  /// A whole number within bounds, nil when there is none.
  mutating func number(_ variable: ServiceVariable, _ bounds: ClosedRange<Int>) -> Int? {
    number(variable, bounds, without: "none")
  }

  private mutating func number(
    _ variable: ServiceVariable, _ bounds: ClosedRange<Int>, without value: String
  ) -> Int? {
    guard text(variable) != nil else { return nil }
    // `int(forKey:)` would take a number it cannot read for none.
    let number = try? reader.requiredInt(forKey: Self.key(variable), isSecret: variable.isSecret)
    guard let number, bounds.contains(number) else {
      refuse(
        variable.name,
        "This is no whole number from \(bounds.lowerBound) to \(bounds.upperBound). "
          + "Correct it, or unset it for \(value).")
      return nil
    }
    return number
  }

  /// Yes or no; no when there is none.
  mutating func flag(_ variable: ServiceVariable) -> Bool {
    guard text(variable) != nil else { return false }
    guard let flag = try? reader.requiredBool(forKey: Self.key(variable), isSecret: variable.isSecret) else {
      refuse(variable.name, "This is neither true nor false. Correct it, or unset it for false.")
      return false
    }
    return flag
  }

  /// The address of a server without query or credentials; a `/` at its end is left off.
  mutating func url(_ variable: ServiceVariable, encrypted: Bool = false) -> String? {
    guard let text = text(variable) else { return nil }
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty, parts.user == nil,
      parts.query == nil, parts.fragment == nil
    else {
      refuse(
        variable.name, "This is no http or https URL of a server, without credentials and query. Correct it.")
      return nil
    }
    guard !encrypted || scheme == "https" || ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host) else {
      refuse(variable.name, "This would be fetched in the clear. Give an https URL.")
      return nil
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// What a text stands for by a reader of keys, whose word is passed on: it shows nothing of the text.
  mutating func value<Value>(
    _ variable: ServiceVariable, _ read: (String) throws(KeyError) -> Value
  ) -> Value? {
    guard let text = text(variable) else { return nil }
    do throws(KeyError) {
      return try read(text)
    } catch {
      refuse(variable.name, error.message)
      return nil
    }
  }

  /// The key that stands for the variable's name: `AICOACH_JWKS_URL` is `aicoach.jwks.url`.
  private static func key(_ variable: ServiceVariable) -> ConfigKey {
    ConfigKey(variable.name.lowercased().split(separator: "_").map(String.init))
  }
}

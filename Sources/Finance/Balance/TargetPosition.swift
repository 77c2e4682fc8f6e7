/// What is held of a class, beside the part it is meant to have.
public struct TargetPosition: Hashable, Sendable {
  /// The class or scheme.
  public let name: String
  /// What is held, in rupees.
  public let value: Double
  /// The part it is meant to have, a ratio.
  public let target: Double

  /// A position.
  public init(name: String, value: Double, target: Double) {
    self.name = name
    self.value = value
    self.target = target
  }

  /// The sum of the values of `positions`.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a value that is negative or not finite or a target that is
  ///   not from 0 to 1, `duplicate` for a name that occurs twice, `inconsistent` unless the targets sum to 1
  ///   within 1e-6.
  static func check(_ positions: [TargetPosition]) throws(FinanceError) -> Double {
    var names: Set<String> = []
    for position in positions {
      guard (0...1e15).contains(position.value), (0...1).contains(position.target) else {
        throw FinanceError(.outOfRange, "the value or target of \"\(position.name)\" is out of range")
      }
      guard names.insert(position.name).inserted else {
        throw FinanceError(.duplicate, "\"\(position.name)\" is listed twice")
      }
    }
    let sum = positions.reduce(0) { $0 + $1.target }
    guard (sum - 1).magnitude <= 1e-6 else {
      throw FinanceError(.inconsistent, "the targets must sum to 1, not \(sum)")
    }
    return positions.reduce(0) { $0 + $1.value }
  }
}

public import JSONKit

/// Why a value, a file or a calculation was refused, and where.
///
/// The message says what is wrong and what to do; it never repeats free text of a statement, which may
/// hold personal data.
public struct FinanceError: Error, Sendable {
  /// The kind of refusal, stable for callers to branch on.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String {
      case malformed, missing, unknownKey, duplicate, outOfRange, badReference, inconsistent
      case missingPrice, missingPolicy, unsupported, incompleteStatement, unadjustedPrices, tooLarge
    }

    private let value: Value

    /// A value of the wrong type or spelling.
    public static let malformed = Code(value: .malformed)
    /// A required member is absent.
    public static let missing = Code(value: .missing)
    /// A member the format does not have.
    public static let unknownKey = Code(value: .unknownKey)
    /// An identifier or row that occurs twice.
    public static let duplicate = Code(value: .duplicate)
    /// A number or date outside its range, or not finite.
    public static let outOfRange = Code(value: .outOfRange)
    /// An identifier that names nothing.
    public static let badReference = Code(value: .badReference)
    /// Values that contradict each other.
    public static let inconsistent = Code(value: .inconsistent)
    /// No net asset value on or before the date asked for.
    public static let missingPrice = Code(value: .missingPrice)
    /// A policy table has no row for the date asked for.
    public static let missingPolicy = Code(value: .missingPolicy)
    /// A situation the reader knows of and does not cover.
    public static let unsupported = Code(value: .unsupported)
    /// A statement that does not show every lot, so that cost, rates and tax are unknown.
    public static let incompleteStatement = Code(value: .incompleteStatement)
    /// A series of prices across a change of the unit that nobody adjusted for.
    public static let unadjustedPrices = Code(value: .unadjustedPrices)
    /// A document beyond the size or nesting that is read.
    public static let tooLarge = Code(value: .tooLarge)

    /// The code in lower snake case, such as `out_of_range`.
    public var description: String {
      value.rawValue.reduce(into: "") { text, character in
        text += character.isUppercase ? "_" + character.lowercased() : String(character)
      }
    }
  }

  /// The kind of refusal.
  public let code: Code
  /// What is wrong and what to do about it.
  public let message: String
  /// The place in a JSON document, when the input was one.
  public var pointer: JSONPointer?
  /// The file, when the input came with a name.
  public var file: String?
  /// The 1-based line in `file`, when the input has lines.
  public var line: Int?
  /// The error underneath, if any.
  public let cause: (any Error)?

  /// An error with as much of its place as is known.
  public init(
    _ code: Code, _ message: String, pointer: JSONPointer? = nil, file: String? = nil, line: Int? = nil,
    cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.pointer = pointer
    self.file = file
    self.line = line
    self.cause = cause
  }

  /// The same error, placed at `pointer` unless it already has a place.
  func located(at pointer: JSONPointer) -> FinanceError {
    var located = self
    located.pointer = self.pointer ?? pointer
    return located
  }
}

extension FinanceError: CustomStringConvertible {
  /// The place and the message on one line, such as `nav.csv:7: "N.A." is no net asset value; …`.
  public var description: String {
    let place = [file, line.map(String.init), pointer.map { "at \"\($0)\"" }].compactMap(\.self)
    return place.isEmpty ? message : place.joined(separator: ":") + ": " + message
  }
}

public import JSONKit

/// The schemes the coach knows, by AMFI code: the typed form of a `schemes/1` document.
///
/// A scheme is looked up by its code only; two plans may share a name, and a wrong value is worse than none.
public struct SchemeDirectory: Sendable {
  /// Where the figures are from.
  public let source: String
  /// The schemes in the order of the file.
  public let schemes: [Scheme]
  private let indices: [String: Int]

  /// Reads a `schemes/1` document.
  ///
  /// - Throws: ``FinanceError`` with the pointer of the first member that is missing, unknown or wrong, or of
  ///   a code that occurs twice.
  public init(json: JSONValue) throws(FinanceError) {
    let fields = try JSONFields(json, at: .root)
    try fields.requireSchema("schemes/1")
    try fields.allowOnly("schema", "source", "schemes")
    source = try fields.string("source")
    schemes = try fields.list("schemes", Scheme.init(_:))
    var indices: [String: Int] = [:]
    for (index, scheme) in schemes.enumerated() {
      guard indices.updateValue(index, forKey: scheme.amfiCode) == nil else {
        throw FinanceError(
          .duplicate, "scheme \(scheme.amfiCode) is already listed",
          pointer: JSONPointer(tokens: ["schemes", String(index), "amfi_code"]))
      }
    }
    self.indices = indices
  }

  /// No scheme is known.
  public static let none = SchemeDirectory()

  private init() {
    source = "none"
    schemes = []
    indices = [:]
  }

  /// The scheme with this AMFI code.
  public func scheme(amfiCode: String) -> Scheme? {
    indices[amfiCode].map { schemes[$0] }
  }
}

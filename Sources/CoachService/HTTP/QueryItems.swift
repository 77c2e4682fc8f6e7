import Foundation
import Hummingbird

/// The query of a request; a name that is repeated or not known is refused, so that no misspelt one is passed over.
struct QueryItems: Sendable {
  private let values: [String: String]

  /// Reads a query.
  ///
  /// - Parameter known: the names the route takes.
  /// - Throws: `Problem` with status 400.
  init(_ request: Request, knowing known: [String]) throws {
    var values: [String: String] = [:]
    for item in (request.uri.query ?? "").split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = parts.map { $0.replacing("+", with: " ").removingPercentEncoding }
      guard let name = texts[0], let value = texts.count > 1 ? texts[1] : "" else {
        throw Problem.badRequest("the query is not percent-encoded UTF-8")
      }
      guard known.contains(name) else {
        throw Problem.badRequest("the query names something this address does not take; it takes \(known)")
      }
      guard values.updateValue(value, forKey: name) == nil else {
        throw Problem.badRequest("the query has \(name) twice")
      }
    }
    self.values = values
  }

  subscript(name: String) -> String? { values[name] }

  /// A value that has to be there.
  func required(_ name: String) throws -> String {
    guard let value = values[name], !value.isEmpty else { throw Problem.badRequest("\(name) is missing") }
    return value
  }

  /// A whole number within bounds; nil when it is not given.
  func integer(_ name: String, in bounds: ClosedRange<Int>) throws -> Int? {
    guard let text = values[name] else { return nil }
    guard let value = Int(digits: text), bounds.contains(value) else {
      throw Problem.badRequest(
        "\(name) must be a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }
}

extension Int {
  /// Reads digits and nothing else: no sign, no blank.
  init?(digits text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.init(text)
  }
}

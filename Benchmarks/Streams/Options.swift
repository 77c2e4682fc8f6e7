/// Options of a command line, each with a value.
struct Options {
  private var values: [String: String] = [:]

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let name = rest.popFirst() {
      guard name.hasPrefix("--"), let value = rest.popFirst() else {
        throw BenchmarkError("\(name) is no option with a value")
      }
      values[String(name.dropFirst(2))] = value
    }
  }

  func text(_ name: String) throws -> String {
    guard let value = values[name] else { throw BenchmarkError("--\(name) is missing") }
    return value
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws -> Int {
    guard let value = Int(try text(name)), range.contains(value) else {
      throw BenchmarkError("--\(name) must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}

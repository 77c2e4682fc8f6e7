extension NumberScanner {
  /// The numbers, where the first of a range such as `₹10–12 lakh` takes the scale and unit of the second.
  func withSharedUnits(_ numbers: [WrittenNumber]) -> [WrittenNumber] {
    var result = numbers
    for index in result.indices.dropLast() {
      guard case .quantity(var low) = result[index].content,
        case .quantity(var high) = result[index + 1].content,
        isRange(from: result[index].tokens, to: result[index + 1].tokens)
      else { continue }
      share(&low, &high)
      result[index].content = .quantity(low)
      result[index + 1].content = .quantity(high)
    }
    return result
  }

  private func share(_ low: inout WrittenQuantity, _ high: inout WrittenQuantity) {
    if low.scale == 0, high.scale > 0, low.amount.coefficient < 1000, low.unit == .bare || low.unit == .rupees
    {
      low.scale = high.scale
      low.amount.exponent += high.scale
    }
    if low.unit == .bare { low.unit = high.unit }
    if high.unit == .bare { high.unit = low.unit }
  }

  /// Whether a hyphen, `to`, or `and` after `between` stands between two numbers.
  private func isRange(from low: Range<Int>, to high: Range<Int>) -> Bool {
    guard high.lowerBound == low.upperBound + 1, let link = self[low.upperBound] else { return false }
    if link.isSymbol("-") || link.isWord("to") || link.isWord("से") { return true }
    return link.isWord("and") && self[low.lowerBound - 1]?.isWord("between") == true
  }
}

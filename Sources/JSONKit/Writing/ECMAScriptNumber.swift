/// The text of a binary floating-point number by ECMAScript's `Number.prototype.toString`, as RFC 8785 asks.
enum ECMAScriptNumber {
  /// The text of a finite number: its shortest round-trip digits in ECMAScript's layout.
  ///
  /// Both zeros give "0", 1e21 gives "1e+21", 1e-7 gives "1e-7".
  static func text(of value: some BinaryFloatingPoint & CustomStringConvertible) -> String {
    if value == 0 { return "0" }
    // Swift's description has the right digits (the shortest, and of those the closest), laid out otherwise.
    let (digits, pointPosition) = decimal(of: value.magnitude.description)
    var text: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
    append(digits, pointPosition: pointPosition, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The significant digits of a description such as "12.5" or "1.25e-07", and where the point stands among them.
  private static func decimal(of description: String) -> (digits: ArraySlice<UInt8>, pointPosition: Int) {
    let zero = UInt8(ascii: "0")
    let mantissa = description.utf8.prefix { $0 != UInt8(ascii: "e") }
    let exponent = Int(Substring(description.utf8.dropFirst(mantissa.count + 1))) ?? 0
    let integerCount = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
    let written = mantissa.filter { $0 != UInt8(ascii: ".") }
    var digits = written.drop { $0 == zero }
    let pointPosition = integerCount - digits.startIndex + exponent
    while digits.last == zero { digits.removeLast() }
    return (digits, pointPosition)
  }

  /// ECMA-262 `Number::toString`, with k = `digits.count` and n = `pointPosition`.
  private static func append(
    _ digits: ArraySlice<UInt8>, pointPosition: Int, to text: inout [UInt8]
  ) {
    let zero = UInt8(ascii: "0")
    let point = UInt8(ascii: ".")
    switch pointPosition {
    case 1...21 where pointPosition >= digits.count:
      text += digits
      text += repeatElement(zero, count: pointPosition - digits.count)
    case 1...21:
      text += digits.prefix(pointPosition)
      text.append(point)
      text += digits.dropFirst(pointPosition)
    case -5...0:
      text += [zero, point]
      text += repeatElement(zero, count: -pointPosition)
      text += digits
    default:
      let exponent = pointPosition - 1
      text += digits.prefix(1)
      if digits.count > 1 { text.append(point) }
      text += digits.dropFirst()
      text += (exponent < 0 ? "e-" : "e+").utf8
      text += String(exponent.magnitude).utf8
    }
  }
}

/// The `full-date` of RFC 3339 §5.6.
enum RFC3339Date {
  /// Whether a text is YYYY-MM-DD and a day of the Gregorian calendar.
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
    else { return false }
    return day >= 1 && day <= dayCount(year: year, month: month)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { sum, digit in
      guard let sum, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      return sum * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }

  /// The number of days of a month; none for a month that does not exist.
  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 0
    }
  }
}

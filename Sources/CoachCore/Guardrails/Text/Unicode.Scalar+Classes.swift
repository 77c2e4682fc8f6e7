extension Unicode.Scalar {
  /// Whether it is one of 0 to 9.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether it is one of A to Z or a to z.
  var isLatinLetter: Bool { (value >= 0x41 && value <= 0x5A) || (value >= 0x61 && value <= 0x7A) }

  /// Whether it is one of A to Z.
  var isLatinCapital: Bool { value >= 0x41 && value <= 0x5A }

  /// Whether it is white space or ends a line.
  var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Whether it is a capital letter of any script.
  var isCapital: Bool { isASCII ? isLatinCapital : properties.isUppercase }

  /// Whether it belongs to a word: a letter, a mark on one, or, in other scripts than Latin, a sign of a vowel.
  var isLetter: Bool {
    if value < 0x80 { return isLatinLetter }
    if (0x900...0x97F).contains(value) { return value != 0x964 && value != 0x965 }
    // Dashes, quotes and signs of money stand in most texts; what they are need not be looked up in Unicode's tables.
    if (0x2010...0x2027).contains(value) || (0x20A0...0x20CF).contains(value) { return false }
    let properties = self.properties
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  /// Whether it is a letter or a digit.
  var isWordLike: Bool { isDigit || isLetter }

  /// The digit's value; 0 for anything but a digit.
  var digitValue: Int { isDigit ? Int(value - 0x30) : 0 }

  /// The scalar of a capital's small letter in ASCII, itself otherwise.
  var asciiLowercased: Unicode.Scalar {
    isLatinCapital ? Unicode.Scalar(UInt8(value + 0x20)) : self
  }

  /// The scalar of a small letter's capital in ASCII, itself otherwise.
  var asciiUppercased: Unicode.Scalar {
    isLatinLetter && !isLatinCapital ? Unicode.Scalar(UInt8(value - 0x20)) : self
  }
}

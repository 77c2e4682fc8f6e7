import JSONKit

extension JSONFields {
  func string(_ key: String) throws(FinanceError) -> String {
    let value = try required(key)
    guard let string = value.string else {
      throw error(.malformed, "must be a string, not \(value.typeName)", key)
    }
    return string
  }

  func optionalString(_ key: String) throws(FinanceError) -> String? {
    optional(key) == nil ? nil : try string(key)
  }

  func bool(_ key: String) throws(FinanceError) -> Bool {
    let value = try required(key)
    guard let bool = value.bool else {
      throw error(.malformed, "must be true or false, not \(value.typeName)", key)
    }
    return bool
  }

  func int(_ key: String, in range: ClosedRange<Int>) throws(FinanceError) -> Int {
    guard let int = try required(key).int, range.contains(int) else {
      throw error(.outOfRange, "must be a whole number from \(range.lowerBound) to \(range.upperBound)", key)
    }
    return int
  }

  func optionalInt(_ key: String, in range: ClosedRange<Int>) throws(FinanceError) -> Int? {
    optional(key) == nil ? nil : try int(key, in: range)
  }

  func double(_ key: String, in range: ClosedRange<Double>) throws(FinanceError) -> Double {
    guard let double = try required(key).double, range.contains(double) else {
      throw error(.outOfRange, "must be a number from \(range.lowerBound) to \(range.upperBound)", key)
    }
    return double
  }

  func optionalDouble(_ key: String, in range: ClosedRange<Double>) throws(FinanceError) -> Double? {
    optional(key) == nil ? nil : try double(key, in: range)
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Choice.Type = Choice.self
  ) throws(FinanceError) -> Choice {
    guard let choice = Choice(rawValue: try string(key)) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(.malformed, "must be one of \(known)", key)
    }
    return choice
  }

  /// An identifier of the project: a lower-case letter, then up to fifteen more letters or digits.
  func identifier(_ key: String) throws(FinanceError) -> String {
    let id = try string(key)
    let bytes = id.utf8
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = bytes.first, letters.contains(first), bytes.count <= 16,
      bytes.allSatisfy({ letters.contains($0) || digits.contains($0) })
    else {
      throw error(.malformed, "must be an identifier like g2: ^[a-z][a-z0-9]{0,15}$", key)
    }
    return id
  }

  /// An AMFI scheme code: one to eight digits.
  func amfiCode(_ key: String) throws(FinanceError) -> String {
    let code = try string(key)
    guard (1...8).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw error(.malformed, "must be an AMFI scheme code of up to eight digits", key)
    }
    return code
  }
}

// MARK: - Dates and amounts

extension JSONFields {
  /// The first and last day a portfolio may speak of.
  private static let days = (first: "1990-01-01", last: "2200-12-31")

  /// A day as `2026-08-14`, or as `14-Aug-2026` where `statement` spelling is allowed; from 1990 to 2200.
  func date(_ key: String, statement: Bool = false) throws(FinanceError) -> CivilDate {
    let text = try string(key)
    let spelling = statement ? "YYYY-MM-DD or DD-Mon-YYYY" : "YYYY-MM-DD"
    guard let date = CivilDate(iso: text) ?? (statement ? CivilDate(dayMonthYear: text) : nil) else {
      throw error(.malformed, "must be an existing day written \(spelling)", key)
    }
    guard (1990...2200).contains(date.year) else {
      throw error(.outOfRange, "must lie between \(Self.days.first) and \(Self.days.last)", key)
    }
    return date
  }

  func optionalDate(_ key: String, statement: Bool = false) throws(FinanceError) -> CivilDate? {
    optional(key) == nil ? nil : try date(key, statement: statement)
  }

  /// A number of rupees with at most two decimals.
  func money(_ key: String) throws(FinanceError) -> Money {
    guard let paise = try number(key)?.exact(places: 2), let money = Money(wide: paise) else {
      throw error(.malformed, "must be an amount in rupees with at most two decimals", key)
    }
    return money
  }

  /// An amount of money that is not negative.
  func nonNegativeMoney(_ key: String) throws(FinanceError) -> Money {
    let money = try money(key)
    guard money >= .zero else { throw error(.outOfRange, "must not be negative", key) }
    return money
  }

  func optionalMoney(_ key: String) throws(FinanceError) -> Money? {
    optional(key) == nil ? nil : try money(key)
  }

  func optionalUnits(_ key: String) throws(FinanceError) -> Units? {
    guard optional(key) != nil else { return nil }
    guard let scaled = try number(key)?.exact(places: 4), let units = Units(wide: scaled) else {
      throw error(.malformed, "must be a number of units with at most four decimals", key)
    }
    return units
  }

  func optionalNAV(_ key: String) throws(FinanceError) -> NAV? {
    guard optional(key) != nil else { return nil }
    guard let scaled = try number(key)?.exact(places: 8), let nav = NAV(wide: scaled) else {
      throw error(.malformed, "must be a positive net asset value with at most eight decimals", key)
    }
    return nav
  }

  /// A decimal given as a JSON number or, the way statements come, as a string with commas.
  private func number(_ key: String) throws(FinanceError) -> DecimalText? {
    switch try required(key) {
    case .number(let number): DecimalText(number.text, syntax: .json)
    case .string(let text): DecimalText(text, syntax: .statement)
    default: nil
    }
  }
}

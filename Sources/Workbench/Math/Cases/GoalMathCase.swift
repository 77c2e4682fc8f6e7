import Finance
import JSONKit

/// One case of the goal-math suite: its inputs read with the suite's own names.
struct GoalMathCase {
  let name: String
  let kind: String
  let inputs: JSONValue
  let expected: JSONValue
  let tolerance: Tolerance

  /// A case that cannot be read.
  struct Malformed: Error, CustomStringConvertible {
    /// The case and the member that is missing or of another type.
    let what: String

    var description: String { "cannot be read: \(what)" }
  }

  init(_ json: JSONValue) throws {
    guard let name = json["name"]?.string, let kind = json["kind"]?.string, let inputs = json["inputs"],
      let expected = json["expected"]
    else { throw Malformed(what: "a case without name, kind, inputs or expected") }
    self.name = name
    self.kind = kind
    self.inputs = inputs
    self.expected = expected
    tolerance = Tolerance(json: json["tolerance"])
  }

  func double(_ key: String, default value: Double? = nil) throws -> Double {
    guard let double = inputs[key]?.double ?? value else { throw Malformed(what: "\(name): \(key)") }
    return double
  }

  func int(_ key: String) throws -> Int {
    guard let int = inputs[key]?.int else { throw Malformed(what: "\(name): \(key)") }
    return int
  }

  func string(_ key: String) throws -> String {
    guard let string = inputs[key]?.string else { throw Malformed(what: "\(name): \(key)") }
    return string
  }

  /// The decimal text of a number, which keeps the case's own digits.
  func decimal(_ key: String) throws -> String {
    guard let number = inputs[key]?.number else { throw Malformed(what: "\(name): \(key)") }
    return number.text
  }

  func date(_ key: String) throws -> CivilDate {
    guard let date = CivilDate(iso: try string(key)) else { throw Malformed(what: "\(name): \(key)") }
    return date
  }

  func flows() throws -> [CashFlow] {
    let dates = inputs["dates"]?.array ?? []
    let amounts = inputs["amounts"]?.array ?? []
    return try zip(dates, amounts).map { day, amount in
      guard let date = day.string.flatMap(CivilDate.init(iso:)), let amount = amount.double else {
        throw Malformed(what: "\(name): flows")
      }
      return CashFlow(date: date, amount: amount)
    }
  }

  func doubles(_ key: String) throws -> [Double] {
    guard let array = inputs[key]?.array else { throw Malformed(what: "\(name): \(key)") }
    return try array.map { value in
      guard let double = value.double else { throw Malformed(what: "\(name): \(key)") }
      return double
    }
  }

  func dates(_ key: String) throws -> [CivilDate] {
    try (inputs[key]?.array ?? []).map { value in
      guard let date = value.string.flatMap(CivilDate.init(iso:)) else {
        throw Malformed(what: "\(name): \(key)")
      }
      return date
    }
  }

  func rate() throws -> MonthlyRate {
    try MonthlyRate(annual: try double("annual_rate"), convention: try convention())
  }

  func convention() throws -> RateConvention {
    RateConvention(rawValue: inputs["rate_convention"]?.string ?? "effective") ?? .effective
  }

  func timing() -> ContributionTiming {
    ContributionTiming(rawValue: inputs["timing"]?.string ?? "due") ?? .due
  }

  /// Months given as such or as years.
  func months() throws -> Int {
    if inputs["months"] != nil { return try int("months") }
    let months = try double("years") * 12
    guard let whole = Int(exactly: months.rounded()), (months - months.rounded()).magnitude < 1e-9 else {
      throw Malformed(what: "\(name): years")
    }
    return whole
  }
}

extension JSONValue {
  /// A finite number, else null.
  static func double(_ value: Double) -> JSONValue {
    JSONNumber(value).map(JSONValue.number) ?? .null
  }
}

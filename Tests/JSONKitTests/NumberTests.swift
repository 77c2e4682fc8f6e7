import JSONKit
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("1", "1.0"), ("100", "1e2"), ("100", "1.00E+2"), ("0", "-0"), ("0", "0e99999999999999999999"),
    ("0.1", "1e-1"),
    ("12.50", "125e-1"), ("-3", "-0.3e1"), ("1e400", "10e399"),
  ])
  func equalByValue(_ left: String, _ right: String) throws {
    let (left, right) = (try #require(JSONNumber(text: left)), try #require(JSONNumber(text: right)))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(!(left < right) && !(right < left))
  }

  @Test func equalityKeepsEveryDigit() throws {
    // Both are the same double.
    #expect(JSONNumber(text: "9007199254740993") != JSONNumber(text: "9007199254740992"))
    #expect(JSONNumber(text: "0.1") != JSONNumber(text: "0.1000000000000000055511151231257827"))
    #expect(JSONNumber(text: "1") != JSONNumber(text: "-1"))
  }

  @Test func order() throws {
    let texts = [
      "-1e999", "-10", "-9.99", "-1e-5", "0", "1e-999", "0.5", "0.51", "1", "9", "10", "1.1e1", "1e999",
    ]
    let numbers = try texts.map { try #require(JSONNumber(text: $0)) }
    #expect(numbers.shuffled().sorted() == numbers)
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("1.0", 1), ("1e3", 1_000), ("-12.50e2", -1_250), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("9223372036854775807.000", Int.max), ("0e-5", 0),
    ("-92233720368547758080e-1", Int.min),
  ])
  func integers(_ text: String, _ expected: Int) {
    #expect(JSONNumber(text: text)?.int == expected)
  }

  @Test(arguments: [
    "0.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "1e400", "1e99999999999999999999",
    "1e-99999999999999999999",
  ])
  func notIntegers(_ text: String) throws {
    #expect(try #require(JSONNumber(text: text)).int == nil)
  }

  @Test(arguments: [
    "", " 1", "1 ", "+1", "01", "1.", ".1", "1e", "0x1", "NaN", "inf", "1,5", "١", "-", "--1", "1_0",
  ])
  func outsideTheGrammar(_ text: String) {
    #expect(JSONNumber(text: text) == nil)
  }

  @Test func doubles() throws {
    #expect(JSONNumber(text: "1e400")?.double == .infinity)
    #expect(JSONNumber(text: "-1e400")?.double == -.infinity)
    #expect(JSONNumber(text: "1e-400")?.double == 0)
    #expect(JSONNumber(text: "5e-324")?.double == .leastNonzeroMagnitude)
    #expect(JSONNumber(text: "45.1234")?.double == 45.1234)
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(-Double.infinity) == nil)
    #expect(JSONNumber(-0.0)?.text == "-0")
    #expect(JSONNumber(0.1)?.text == "0.1")
    #expect(JSONNumber(1e21)?.text == "1e+21")
    #expect(JSONNumber(Int64.min).text == "-9223372036854775808")
  }

  /// ECMA-262's layout, at the edges of its cases.
  @Test(arguments: [
    ("0.0", "0"), ("-0.0", "0"), ("1.0", "1"), ("-1.50", "-1.5"), ("1e2", "100"),
    ("123456.789", "123456.789"),
    ("1e20", "100000000000000000000"), ("1.5e20", "150000000000000000000"), ("1e21", "1e+21"),
    ("1.25e21", "1.25e+21"), ("0.10", "0.1"), ("1e-6", "0.000001"), ("1.5e-6", "0.0000015"), ("1e-7", "1e-7"),
    ("1.5e-7", "1.5e-7"), ("5e-324", "5e-324"), ("17976931348623157e292", "1.7976931348623157e+308"),
    ("9007199254740993", "9007199254740992"), ("123456789012345678901", "123456789012345680000"),
    ("1e-400", "0"), ("0.1000000000000000055511151231257827", "0.1"),
  ])
  func canonicalText(_ text: String, _ expected: String) throws {
    #expect(try JSONValue(parsing: text).canonical() == expected)
  }

  @Test func shortestTextReadsBackTheSame() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(JSONNumber(value)?.double == value)
    }
  }
}

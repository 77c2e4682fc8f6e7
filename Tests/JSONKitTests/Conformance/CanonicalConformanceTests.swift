import Foundation
import JSONKit
import Testing

/// cyberphone/json-canonicalization: the cases of RFC 8785's authors.
@Suite struct CanonicalConformanceTests {
  static let triples = ReferenceSuite(name: "json/jcs/testdata")
  static let numbers = ReferenceSuite(name: "json/jcs/es6_numbers_10000.txt")
  static let edgeCases = ReferenceSuite(name: "json/jcs/number_edge_cases.json")

  @Test(.enabled("json/jcs/testdata is not there") { triples.isPresent })
  func triplesOfInputOutputAndBytes() throws {
    let names = try ReferenceSuite(name: "json/jcs/testdata/input").files(ofType: "json")
    for name in names {
      let canonical = try JSONValue(parsing: try Self.triples.bytes(of: "input/\(name)")).canonical()
      let output = try Self.triples.bytes(of: "output/\(name)")
      #expect(Data(canonical.utf8) == output, "\(name)")
      let listing = try Self.triples.bytes(of: "outhex/" + name.replacing(".json", with: ".txt"))
      let bytes = String(decoding: listing, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        .map { UInt8($0, radix: 16) }
      #expect(Array(canonical.utf8) == bytes, "\(name)")
    }
    Self.triples.report(names.count)
  }

  @Test(.enabled("json/jcs/es6_numbers_10000.txt is not there") { numbers.isPresent })
  func tenThousandNumbers() throws {
    let lines = String(decoding: try Self.numbers.bytes(), as: UTF8.self).split(separator: "\n")
    for line in lines {
      let fields = line.split(separator: ",")
      let bits = try #require(UInt64(fields[0], radix: 16))
      let number = try #require(JSONNumber(Double(bitPattern: bits)))
      #expect(try JSONValue.number(number).canonical() == fields[1])
    }
    Self.numbers.report(lines.count)
  }

  @Test(.enabled("json/jcs/number_edge_cases.json is not there") { edgeCases.isPresent })
  func numbersAtTheEdges() throws {
    let cases = try #require(try JSONValue(parsing: try Self.edgeCases.bytes())["cases"]?.array)
    for example in cases {
      let text = try #require(example["ieee_hex"]?.string)
      let double = Double(bitPattern: try #require(UInt64(text, radix: 16)))
      let canonical = try JSONNumber(double).map { try JSONValue.number($0).canonical() }
      #expect(canonical == example["expected"]?.string, "\(text)")
    }
    Self.edgeCases.report(cases.count)
  }
}

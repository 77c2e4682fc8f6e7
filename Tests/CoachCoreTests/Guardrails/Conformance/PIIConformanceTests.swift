import JSONKit
import Testing

@testable import CoachCore

/// The detector against other projects' cases, for the kinds of domain rules §4.2.
///
/// Prints recall and precision by kind.
///
/// A project that checks the national register (which branch exists, which series a telecom operator holds) calls wrong
/// what is only unassigned; an unassigned number in a text is still somebody's to a reader, so those are no false alarms.
struct PIIConformanceTests {
  private let detector = PIIDetector()

  private func kinds(_ text: String) -> Set<PIIKind> { Set(detector.matches(in: text).map(\.kind)) }

  private func spans(_ text: String, _ kind: PIIKind) -> [[Int]] {
    detector.matches(in: text).filter { $0.kind == kind }.map { [$0.start, $0.end] }
  }

  /// Presidio's pattern of ten characters with four digits, which it scores 0.01, is left out as noise (§4.2).
  @Test(.enabled(if: ReferenceFolder.holds("pii/presidio_cases.json")))
  func presidio() throws {
    let known: [String: PIIKind] = [
      "IN_PAN": .pan, "IN_AADHAAR": .aadhaar, "IN_GSTIN": .gstin, "CREDIT_CARD": .card,
      "EMAIL_ADDRESS": .email,
    ]
    let suite = try ReferenceFolder.json("pii/presidio_cases.json")["cases"]?.array ?? []
    print("pii/presidio: \(suite.count) cases")
    var tally = DetectionTally()
    for vector in suite {
      guard let kind = vector["entity"]?.string.flatMap({ known[$0] }), let text = vector["text"]?.string,
        let count = vector["expected_len"]?.int, vector["expected_score"]?.double ?? 1 > 0.1 || count == 0
      else { continue }
      let found = spans(text, kind)
      if count == 0 {
        tally.expectNothing(kind.rawValue, found: !found.isEmpty)
        if !found.isEmpty { print("pii/presidio false alarm: \(kind) \(text)") }
      } else {
        tally.expect(kind.rawValue, found: found.count == count)
        if found.count != count { print("pii/presidio missed: \(kind) \(text)") }
      }
    }
    tally.printed("pii/presidio")
    for kind in tally.kinds {
      #expect(tally.recall(kind) >= 0.75 && tally.precision(kind) >= 0.75, "\(kind)")
    }
  }

  @Test(.enabled(if: ReferenceFolder.holds("pii/stdnum_cases.json")))
  func stdnum() throws {
    let known: [String: PIIKind] = [
      "stdnum.in_.pan": .pan, "stdnum.in_.aadhaar": .aadhaar, "stdnum.in_.gstin": .gstin,
    ]
    let suite = try ReferenceFolder.json("pii/stdnum_cases.json")
    let cases = suite["doctest_cases"]?.array ?? []
    print("pii/stdnum: \(cases.count) cases")
    var tally = DetectionTally()
    for vector in cases {
      guard let kind = vector["module"]?.string.flatMap({ known[$0] }), let call = vector["call"]?.string,
        call.hasPrefix("validate("), let raises = vector["raises"]?.bool
      else { continue }
      let number = call.split(separator: "'").dropFirst().first.map(String.init) ?? ""
      let isFound = kinds(number).contains(kind)
      if raises {
        tally.expectNothing(kind.rawValue, found: isFound)
        if isFound { print("pii/stdnum false alarm: \(kind) \(number) \(vector["expect"]?.string ?? "")") }
      } else {
        tally.expect(kind.rawValue, found: isFound)
      }
    }
    tally.printed("pii/stdnum")
    for kind in tally.kinds { #expect(tally.recall(kind) == 1, "\(kind)") }
    let isins = suite["valid_isins"]?.array?.compactMap(\.string) ?? []
    print("pii/stdnum isin: \(isins.count) cases")
    for isin in isins { #expect(kinds(isin).isEmpty, "\(isin)") }
  }

  @Test(.enabled(if: ReferenceFolder.holds("pii/ifsc_cases.json")))
  func ifsc() throws {
    var tally = DetectionTally()
    let cases = try ReferenceFolder.json("pii/ifsc_cases.json")["cases"]?.array ?? []
    print("pii/ifsc: \(cases.count) cases")
    for vector in cases {
      guard let code = vector["ifsc"]?.string else { continue }
      let isFound = kinds("IFSC \(code)").contains(.ifsc)
      if vector["exists"]?.bool == true {
        tally.expect("IFSC", found: isFound)
        if !isFound { print("pii/ifsc missed: \(code)") }
      }
      #expect(isFound == isShaped(code), "\(code)")
    }
    tally.printed("pii/ifsc")
    #expect(tally.recall("IFSC") == 1)
  }

  private func isShaped(_ code: String) -> Bool {
    let scalars = Array(code.unicodeScalars)
    return scalars.count == 11 && scalars[..<4].allSatisfy(\.isLatinCapital) && scalars[4] == "0"
      && scalars[5...].allSatisfy { $0.isDigit || $0.isLatinCapital }
  }

  @Test(.enabled(if: ReferenceFolder.holds("pii/validatorjs_cases.json")))
  func validatorJS() throws {
    let groups = try ReferenceFolder.json("pii/validatorjs_cases.json")["groups"]?.array ?? []
    print("pii/validatorjs: \(groups.count) groups")
    var tally = DetectionTally()
    for group in groups
    where group["args"]?.array?.isEmpty == true || group["args"]?.array?.first?.string == "en-IN" {
      guard let kind = Self.kind(of: group["validator"]?.string, group["args"]?.array?.first?.string) else {
        continue
      }
      for text in group["valid"]?.array?.compactMap(\.string) ?? [] {
        let isFound = kinds(text).contains(kind)
        tally.expect(kind.rawValue, found: isFound)
        if !isFound { print("pii/validatorjs missed: \(kind) \(text)") }
      }
      for text in group["invalid"]?.array?.compactMap(\.string) ?? [] {
        let isFound = detector.matches(in: text).contains { $0.kind == kind && $0.text == text }
        tally.expectNothing(kind.rawValue, found: isFound)
        if isFound { print("pii/validatorjs false alarm: \(kind) \(text)") }
      }
    }
    tally.printed("pii/validatorjs")
    // An address that could not be delivered to is scrubbed like one that could: recall is what counts.
    for kind in tally.kinds { #expect(tally.recall(kind) >= 0.9, "\(kind)") }
  }

  private static func kind(of validator: String?, _ locale: String?) -> PIIKind? {
    switch (validator, locale) {
    case ("isEmail", nil): .email
    case ("isCreditCard", nil): .card
    case ("isTaxID", "en-IN"): .pan
    default: nil
    }
  }

  /// Every mobile number of libphonenumber's pattern is one of ours, in the spellings people use.
  @Test(.enabled(if: ReferenceFolder.holds("pii/libphonenumber_IN.json")))
  func libphonenumber() throws {
    let suite = try ReferenceFolder.json("pii/libphonenumber_IN.json")
    let pattern = try Regex(try #require(suite["mobile"]?["pattern"]?.string))
    var generator = SplitMix(seed: 7)
    var tally = DetectionTally()
    for _ in 0..<3000 {
      let digits = (0..<10).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      // Ours begin with 6 to 9 (§4.2); the pattern also knows the 1600 series, from which banks call.
      let isMobile = try pattern.wholeMatch(in: digits) != nil && "6789".contains(digits.prefix(1))
      for text in ["+91 \(digits)", "\(digits.prefix(5)) \(digits.suffix(5))"] {
        let isFound = kinds(text).contains(.phone)
        if isMobile, !isFound { print("pii/libphonenumber missed: \(text) \(kinds(text))") }
        if isMobile {
          tally.expect("PHONE", found: isFound)
        } else {
          tally.expectNothing("PHONE", found: isFound)
        }
      }
    }
    tally.printed("pii/libphonenumber")
    #expect(tally.recall("PHONE") == 1)
  }
}

import Testing

@testable import CoachCore

struct PIIDetectorTests {
  private func found(_ text: String) -> [String] {
    PIIDetector().matches(in: text).map { "\($0.kind.rawValue)=\($0.text)" }
  }

  @Test(arguments: [
    ("PAN ABCPE1234F", "PAN=ABCPE1234F"), ("my pan is abcpe1234f", "PAN=abcpe1234f"),
    ("AB\u{200B}CPE1234F", "PAN=AB\u{200B}CPE1234F"),
    ("(ABCPE1234F)", "PAN=ABCPE1234F"), ("ABCPE 1234 F", "PAN=ABCPE 1234 F"),
    ("ABCPE-1234-F.", "PAN=ABCPE-1234-F"),
    ("pan abcpe 1234 f", "PAN=abcpe 1234 f"), ("P A N A B C P E 1 2 3 4 F", "PAN=A B C P E 1 2 3 4 F"),
    ("Aadhaar 999941057058", "AADHAAR=999941057058"), ("9999-4105-7058", "AADHAAR=9999-4105-7058"),
    ("9999:4105:7058", "AADHAAR=9999:4105:7058"),
    ("9 9 9 9 4 1 0 5 7 0 5 8", "AADHAAR=9 9 9 9 4 1 0 5 7 0 5 8"),
    ("+91 98765 43210", "PHONE=+91 98765 43210"), ("+919876543210", "PHONE=+919876543210"),
    ("call 098765-43210", "PHONE=098765-43210"), ("+91-9876543210", "PHONE=+91-9876543210"),
    ("0 98765 43210", "PHONE=0 98765 43210"), ("ph:9876543210,", "PHONE=9876543210"),
    ("९८७६५ ४३२१०", "PHONE=९८७६५ ४३२१०"),
    ("mobile 987 654 3210.", "PHONE=987 654 3210"), ("9 8 7 6 5 4 3 2 1 0", "PHONE=9 8 7 6 5 4 3 2 1 0"),
    ("a.b_c@mail.example.com.", "EMAIL=a.b_c@mail.example.com"), ("ASHA@EXAMPLE.IN", "EMAIL=ASHA@EXAMPLE.IN"),
    ("asha＠example．in", "EMAIL=asha＠example．in"), ("Pay asha@upi.", "UPI=asha@upi"),
    ("asha-k@ybl, please", "UPI=asha-k@ybl"),
    ("IFSC: SBIN0004567.", "IFSC=SBIN0004567"), ("ifsc hdfc0001234", "IFSC=hdfc0001234"),
    ("a/c 123456789012", "BANK_ACCOUNT=123456789012"), ("A/C No. 123456789", "BANK_ACCOUNT=123456789"),
    ("Account number is 12345678901234", "BANK_ACCOUNT=12345678901234"),
    ("acct ****6789", "BANK_ACCOUNT=****6789"),
    ("Account: 1234 5678 9012", "BANK_ACCOUNT=1234 5678 9012"), ("a/c XX1234", "BANK_ACCOUNT=XX1234"),
    ("खाता संख्या 123456789012", "BANK_ACCOUNT=123456789012"),
    ("folio number 123456", "FOLIO=123456"), ("FOLIO #12345678 / 90", "FOLIO=12345678 / 90"),
    ("\"folio\":\"12345678/90\"", "FOLIO=12345678/90"), ("Folio: ９１０１２３４５６", "FOLIO=９１０１２３４５６"),
    ("IN30039412345678", "DEMAT=IN30039412345678"),
    ("DP ID 12081600 Client ID 12345678", "DEMAT=12081600 Client ID 12345678"),
    ("Folio: 910 1234 5678", "FOLIO=910 1234 5678"), ("IN300394/12345678", "DEMAT=IN300394/12345678"),
    ("BO ID 1208160012345678", "DEMAT=1208160012345678"),
    ("Demat 1301760000123456", "DEMAT=1301760000123456"),
    ("in 1208 1600 1234 5678", "DEMAT=1208 1600 1234 5678"),
    ("demat account no 4444333322221110", "DEMAT=4444333322221110"),
    ("GSTIN: 27AAPFU0939F1ZV", "GSTIN=27AAPFU0939F1ZV"), ("4111-1111-1111-1111", "CARD=4111-1111-1111-1111"),
    ("378282246310005", "CARD=378282246310005"), ("5555555555554444", "CARD=5555555555554444"),
    ("6521 1111 1111 1110 is RuPay", "CARD=6521 1111 1111 1110"),
  ])
  func finds(text: String, expected: String) { #expect(found(text) == [expected], "\(text)") }

  @Test(arguments: [
    "₹9876543210", "Rs 9876543210", "Rs. 9876543210", "INR 9876543210", "9876543210 rupees",
    "9876543210 units",
    "9876543210.00", "0.9876543210", "₹ 98,76,54,321", "1234567890", "5876543210", "98765", "2026-08-14",
    "14-Aug-2026",
    "ABCDE1234F5", "XABCPE1234F", "INF846K01EW2", "INE002A01018", "IN0020200120", "ARN-123456", "AMFI 120503",
    "999941057059", "111122223333", "4111 1111 1111 1112", "2026 2027 2028", "2026 2027 2028 2029",
    "550e8400-e29b-41d4-a716-446655440000",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "goal.g2.shortfall", "@someone", "a@b", "foo @bar baz", "account value 12345678",
    "folio of a book", "folio 12345", "in 2031 you need ₹42,95,000",
    "{\"value\":2198000.00,\"as_of\":\"2026-11-20\"}",
    "{\"id\":\"goal.g2.projected\",\"name\":\"projected corpus\",\"display\":\"₹21.98 L\",\"unit\":\"INR\"}",
    "2026-11-20T10:15:30.123456Z", "[PAN] [FOLIO] [PHONE]", "the folio [FOLIO]", "ages 60 65 70 75 80",
    "a goal 2031 a",
    "0xABCDEF1234567890", "UUID 6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  ])
  func spares(text: String) { #expect(found(text).isEmpty, "\(text): \(found(text))") }

  @Test func palindromesAreNoAadhaar() {
    // 2 followed by digits that read the same backwards and pass Verhoeff.
    let palindromes = (200_000..<210_000).map { "\($0)" + String("\($0)".reversed()) }.filter(
      Verhoeff.isValid)
    #expect(!palindromes.isEmpty)
    for number in palindromes { #expect(!found(number).contains { $0.hasPrefix("AADHAAR") }, "\(number)") }
  }

  @Test func severalInOneText() {
    #expect(
      found("Asha, PAN ABCPE1234F, folio 12345678/90, 98765 43210, asha@example.in") == [
        "PAN=ABCPE1234F", "FOLIO=12345678/90", "PHONE=98765 43210", "EMAIL=asha@example.in",
      ])
    #expect(found("9876543210 9123456780") == ["PHONE=9876543210", "PHONE=9123456780"])
  }

  @Test func knownValuesAreFoundHoweverTheyAreWritten() {
    let detector = PIIDetector(personalValues: [
      .init(.name, "Asha Kulkarni"), .init(.address, "12, M.G. Road, Pune 411001"), .init(.name, "आशा कुलकर्णी"),
      .init(.name, "Al"),
    ])
    let written = [
      "ASHA  KULKARNI", "Asha\nKulkarni", "A\u{200B}sha Kul\u{200D}karni", "Ａｓｈａ Kulkarni", "आशा कुलकर्णी",
    ]
    for name in written { #expect(detector.matches(in: "Dear \(name),").map(\.kind) == [.name], "\(name)") }
    #expect(detector.matches(in: "at 12 M G Road Pune - 411001.").map(\.kind) == [.address])
    #expect(detector.matches(in: "Ashan Kulkarnis, Kulkarni, Al").isEmpty)
  }

  @Test func spansAreScalarsOfTheOriginal() throws {
    let text = "आशा: ＰＡＮ ＡＢＣ\u{200B}ＰＥ１２３４Ｆ, धन्यवाद"
    let match = try #require(PIIDetector().matches(in: text).first)
    let scalars = Array(text.unicodeScalars)[match.start..<match.end]
    #expect(String(String.UnicodeScalarView(scalars)) == match.text)
    #expect(match.text == "ＡＢＣ\u{200B}ＰＥ１２３４Ｆ")
  }
}

extension FaultOperator {
  /// R9: personal data of the kinds of domain rules §4.2, made up anew for each mutant.
  static let personalData: [FaultOperator] = [
    personal(
      "pan", en: "The PAN on file is", hi: "दर्ज PAN है",
      { random in
        let pan =
          random.text(3, of: letters) + "P" + random.text(1, of: letters) + random.text(4, of: digits)
          + random.text(1, of: letters)
        return [pan, pan.map(String.init).joined(separator: " "), fullWidth(pan)]
      }, benignEN: "A PAN is not needed here.", benignHI: "यहां PAN की जरूरत नहीं है।"),
    personal(
      "aadhaar", en: "The Aadhaar number is", hi: "आधार नंबर है",
      { random in
        let number = aadhaar(&random)
        return [number, grouped(number, by: 4, " "), grouped(number, by: 4, "-")]
      }, benignEN: "An Aadhaar number is not needed here.", benignHI: "यहां आधार नंबर की जरूरत नहीं है।"),
    personal(
      "phone", en: "Call", hi: "फोन करें:",
      { random in
        let number = random.text(1, of: "6789") + random.text(9, of: "123456789")
        return [number, "+91 " + grouped(number, by: 5, " "), "0" + number]
      }, benignEN: "A call is not needed for this.", benignHI: "इसके लिए फोन की जरूरत नहीं है।"),
    personal(
      "email", en: "Write to", hi: "लिखें:",
      { random in [random.text(7, of: small) + "." + random.text(4, of: small) + "@example.com"] },
      benignEN: "An e-mail is not needed for this.", benignHI: "इसके लिए ईमेल की जरूरत नहीं है।"),
    personal(
      "upi", en: "Pay to", hi: "भुगतान करें:",
      { random in [random.text(7, of: small) + "@okicici", random.text(6, of: small) + "@ybl"] },
      benignEN: "UPI can be used for a SIP.", benignHI: "SIP के लिए UPI चलता है।"),
    personal(
      "ifsc", en: "The branch code is", hi: "शाखा कोड है",
      { random in [random.text(4, of: letters) + "0" + random.text(6, of: digits)] },
      benignEN: "The branch of the bank does not matter.", benignHI: "बैंक की शाखा से फर्क नहीं पड़ता।"),
    personal(
      "bank_account", en: "The account number is", hi: "खाता नंबर",
      { random in
        let number = random.text(1, of: "123456789") + random.text(11, of: digits)
        return [number, "XXXXXX" + number.suffix(4)]
      }, benignEN: "Any bank account will do.", benignHI: "कोई भी बैंक खाता चलेगा।"),
    personal(
      "folio", en: "It is held in folio", hi: "फोलियो",
      { random in
        let number = random.text(1, of: "123456789") + random.text(7, of: digits)
        return [number, number + "/" + random.text(2, of: "123456789")]
      }, benignEN: "One folio can hold it all.", benignHI: "सब कुछ एक ही फोलियो में रह सकता है।"),
    personal(
      "demat", en: "The demat account is", hi: "डीमैट खाता",
      { random in ["IN" + random.text(6, of: digits) + " " + random.text(8, of: digits)] },
      benignEN: "A demat account is not needed.", benignHI: "डीमैट खाते की जरूरत नहीं है।"),
  ]

  private static func personal(
    _ name: String, en: String, hi: String, _ values: @escaping @Sendable (inout FaultRandom) -> [String],
    benignEN: String, benignHI: String
  ) -> FaultOperator {
    @Sendable func telling(_ words: String, _ stop: String) -> Sentences.Make {
      { _, random in
        let written = values(&random)
        return random.pick(written).map { "\(words) \($0)\(stop)" }
      }
    }
    return sentence(
      name, .pii, fault: .init(en: telling(en, "."), hi: [telling(hi, " ।")]),
      benign: .init(en: [benignEN], hi: [benignHI]))
  }

  private static let letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
  private static let small = "abcdefghijklmnopqrstuvwxyz"
  private static let digits = "0123456789"

  /// Twelve digits with their check digit, no palindrome.
  private static func aadhaar(_ random: inout FaultRandom) -> String {
    let stem = random.text(1, of: "2345678") + "9" + random.text(8, of: digits) + "4"
    return (0...9).map { stem + String($0) }.first(where: Verhoeff.isValid) ?? stem
  }

  private static func grouped(_ text: String, by size: Int, _ separator: String) -> String {
    text.enumerated().map { ($0 > 0 && $0 % size == 0 ? separator : "") + String($1) }.joined()
  }

  private static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
  }
}

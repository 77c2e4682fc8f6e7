import Testing

@testable import CoachCore

struct CheckDigitTests {
  /// The sample numbers UIDAI publishes, and Verhoeff's own 236 with check digit 3.
  @Test(arguments: ["2363", "999941057058", "999971658847", "999933119405", "999955183433", "999990501894"])
  func verhoeffAccepts(number: String) { #expect(Verhoeff.isValid(number)) }

  @Test(arguments: ["", "2364", "999941057059", "99994105705a", "९९९९४१०५७०५८"])
  func verhoeffRefuses(number: String) { #expect(!Verhoeff.isValid(number)) }

  @Test func verhoeffCatchesEveryChangedDigitAndNeighboursSwapped() {
    let digits = Array("999941057058")
    for place in digits.indices {
      for digit in "0123456789" where digit != digits[place] {
        var changed = digits
        changed[place] = digit
        #expect(!Verhoeff.isValid(String(changed)))
      }
      guard place + 1 < digits.count, digits[place] != digits[place + 1] else { continue }
      var swapped = digits
      swapped.swapAt(place, place + 1)
      #expect(!Verhoeff.isValid(String(swapped)))
    }
  }

  @Test func aadhaar() {
    #expect(Aadhaar.isValid("999941057058"))
    for number in ["", "99994105705", "9999410570588", "111122223333", "999941057059", "9999 4105 7058"] {
      #expect(!Aadhaar.isValid(number), "\(number)")
    }
  }

  @Test func luhn() {
    #expect(Luhn.isValid("4111111111111111"))
    #expect(Luhn.isValid("79927398713"))
    #expect(!Luhn.isValid("79927398710"))
    #expect(!Luhn.isValid(""))
    #expect(!Luhn.isValid("4111 1111"))
  }
}

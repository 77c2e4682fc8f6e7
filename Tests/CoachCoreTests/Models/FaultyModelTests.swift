import JSONKit
import Testing

@testable import CoachCore

@Suite("Faulty model")
struct FaultyModelTests {
  @Test("the invented amount differs from the true one in one digit, for every seed")
  func changesOneDigit() {
    for amount in ["₹21.98 L", "₹10,000", "₹0.50", "₹9", "₹1,23,456.78"] {
      for seed in UInt64(0)..<20 {
        let changed = InventNumber.changed(amount, by: seed)
        #expect(changed != amount)
        #expect(changed.count == amount.count)
        #expect(zip(changed, amount).filter { $0 != $1 }.count == 1)
      }
    }
  }

  @Test("body and claims carry the same invented amount")
  func consistent() throws {
    let draft =
      #"{"title":"t","body_md":"reaches ₹21.98 L [f1] now","claims":[{"text":"reaches ₹21.98 L","markers":["[f1]"]}],"citations":[]}"#
    let faulty = try JSONValue(parsing: InventNumber(seed: 3).applied(to: draft))
    let claim = try #require(faulty["claims"]?[0]?["text"]?.string)
    #expect(faulty["body_md"]?.string?.contains(claim) == true)
    #expect(!claim.contains("21.98"))
  }

  @Test("an answer without an amount, or without JSON, is an error and not a clean answer")
  func nothingToChange() {
    #expect(throws: CoachError.self) { try InventNumber(seed: 1).applied(to: #"{"body_md":"words"}"#) }
    #expect(throws: CoachError.self) { try InventNumber(seed: 1).applied(to: "words") }
  }

  @Test("a name the catalog does not know is refused with those it knows")
  func catalog() throws {
    for name in ModelCatalog.embedded.names {
      #expect(try ModelCatalog.embedded.model(name).name == name)
    }
    for name in ["gpt", "faulty", "faulty:", "faulty:ghost", ""] {
      let error = #expect(throws: CoachError.self) { try ModelCatalog.embedded.model(name) }
      #expect(error?.code == .unknownModel)
    }
  }
}

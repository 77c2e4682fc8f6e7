import Testing

@testable import CoachCore

@Suite("Glossary")
struct GlossaryTests {
  @Test("every term is defined once in both languages, without a figure and without personal data")
  func complete() {
    #expect(Glossary.english.map(\.id) == Glossary.hindi.map(\.id))
    #expect(Set(Glossary.english.map(\.id)).count == Glossary.english.count)
    let passages = Glossary.entries.flatMap { language, entries in
      entries.map { Glossary.passage($0, in: language) }
    }
    #expect(passages.count == 2 * Glossary.english.count)
    for passage in passages {
      #expect(!NormalizedText(passage.text).scalars.contains { $0.isDigit }, "\(passage.id)")
      #expect(!PIIDetector().contains(in: passage.text), "\(passage.id)")
      #expect(passage.text.count <= 300, "\(passage.id)")
      let hindi = passage.text.unicodeScalars.contains { (0x900...0x97F).contains($0.value) }
      #expect(hindi == (passage.language == "hi"), "\(passage.id)")
    }
  }

  @Test(
    "a question about a term finds its definition first",
    arguments: [
      ("en", "What does XIRR mean?", "xirr"), ("en", "exit load on units sold early", "exit_load"),
      ("en", "why is my portfolio drifting, what is drift", "drift"),
      ("en", "is an emergency fund needed before other goals", "emergency_fund"),
      ("en", "how does inflation change a target in today's rupees", "inflation"),
      ("en", "NAV of a unit", "nav"), ("en", "two funds overlap in the same shares", "overlap"),
      ("hi", "महंगाई क्या है", "inflation"), ("hi", "आपातकालीन कोष कितना हो", "emergency_fund"),
      ("hi", "XIRR का मतलब", "xirr"), ("hi", "निकासी शुल्क कब लगता है", "exit_load"),
    ])
  func finds(language: String, question: String, term: String) async throws {
    let found = try await PassageLibrary.glossary().passages(on: question, language: language, count: 3)
    #expect(found.first?.passage.id == "glossary:\(term):\(language)")
    #expect(found.count == 3 && found.allSatisfy { $0.passage.language == language })
  }
}

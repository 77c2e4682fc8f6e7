import JSONKit
import Testing

@testable import CoachCore

@Suite("Faulty model")
struct FaultyModelTests {
  /// Answers with a fixed text.
  private struct Parrot: LanguageModel {
    let text: String
    let name = "parrot"
    let provenance = "embedded"

    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      ModelResponse(text: text, usage: TokenUsage(), finish: "stop")
    }
  }

  private func request(_ task: String, repairs: Int = 0) -> ModelRequest {
    let repair = [ModelMessage(role: .assistant, text: "draft"), ModelMessage(role: .user, text: "repair")]
    return ModelRequest(
      messages: [ModelMessage(role: .user, text: task)] + (0..<repairs).flatMap { _ in repair }, seed: 3)
  }

  private static let task = """
    <facts>
    {"id":"g.a","name":"a","display":"₹21.98 L","unit":"INR","as_of":"2026-08-14"}
    </facts>
    <contract>
    {"language":"en","must_cite":["g.a"]}
    </contract>
    """
  private static let draft =
    #"{"title":"t","body_md":"It reaches ₹21.98 L [f1] now.","claims":[{"text":"It reaches ₹21.98 L","markers":["[f1]"]}],"citations":[{"marker":"[f1]","fact_id":"g.a"}]}"#

  @Test("the invented amount differs from the true one in one digit, whatever the step")
  func changesOneDigit() {
    for amount in ["₹21.98 L", "₹10,000", "₹0.50", "₹9", "₹1,23,456.78"] {
      for step in 1...8 {
        let changed = FaultOperator.changed(amount, by: step)
        #expect(changed.count == amount.count)
        #expect(zip(changed, amount).filter { $0 != $1 }.count == 1)
      }
    }
  }

  @Test("body and claims carry the same invented amount")
  func consistent() async throws {
    let model = try #require(FaultyModel(base: Parrot(text: Self.draft), name: "faulty:invent_number"))
    let answer = try await model.generate(request(Self.task))
    let faulty = try JSONValue(parsing: answer.text)
    let claim = try #require(faulty["claims"]?[0]?["text"]?.string)
    #expect(faulty["body_md"]?.string?.contains(claim) == true)
    #expect(!claim.contains("21.98"))
    #expect(
      answer.fault == PlantedFault(operatorName: "invent_number", rail: .numbers, place: 0, twin: false))
  }

  @Test("without a place every answer is faulty; with one the draft alone, unless a ! says otherwise")
  func attempts() async throws {
    for (name, repairIsFaulty) in [
      ("faulty:invent_number", true), ("faulty:invent_number@0", false), ("faulty:invent_number@0!", true),
      ("twin:invent_number@0", false),
    ] {
      let model = try #require(FaultyModel(base: Parrot(text: Self.draft), name: name))
      #expect(model.name == name)
      #expect(try await model.generate(request(Self.task)).fault != nil)
      let repair = try await model.generate(request(Self.task, repairs: 1))
      #expect((repair.fault != nil) == repairIsFaulty, "\(name)")
      #expect((repair.text == Self.draft) == !repairIsFaulty, "\(name)")
    }
  }

  @Test(
    "an answer without a place for the fault, or without JSON, is an error and not a clean answer",
    arguments: [
      #"{"title":"t","body_md":"words","claims":[],"citations":[]}"#, "words", "[]",
    ])
  func nothingToChange(answer: String) async throws {
    for name in ["faulty:invent_number", "faulty:digit_swap@7", "twin:scale_ten"] {
      let model = try #require(FaultyModel(base: Parrot(text: answer), name: name))
      await #expect(throws: CoachError.self) { try await model.generate(request(Self.task)) }
    }
  }

  @Test("a name the catalog does not know is refused with those it knows")
  func catalog() throws {
    for name in ModelCatalog.embedded.names + ["faulty:promised_return@3", "twin:url@0", "faulty:pan@12!"] {
      #expect(try ModelCatalog.embedded.model(name).name == name)
    }
    for name in [
      "gpt", "faulty", "faulty:", "faulty:ghost", "", "faulty:pan@", "faulty:pan@x", "faulty:pan@-1",
      "faulty:pan@01", "faulty:pan@1!!", "faulty:pan!", "twin", "faulty:pan@99999", "composer:pan",
    ] {
      let error = #expect(throws: CoachError.self) { try ModelCatalog.embedded.model(name) }
      #expect(error?.code == .unknownModel)
      #expect(error?.message.contains("digit_swap") == true)
    }
  }
}

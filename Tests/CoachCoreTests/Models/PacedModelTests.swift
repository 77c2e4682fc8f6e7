import Foundation
import Testing

@testable import CoachCore

/// A paced model answers as the one it paces, after the wait it was given.
@Suite("Paced model")
struct PacedModelTests {
  private struct Echo: LanguageModel {
    let name = "echo"
    let provenance = "embedded"
    func generate(_ request: ModelRequest) async throws -> ModelResponse {
      ModelResponse(text: request.messages.first?.text ?? "", usage: TokenUsage(), finish: "stop")
    }
  }

  private static func clock(_ sleep: @escaping @Sendable (Duration) async throws -> Void) -> RunClock {
    RunClock(now: { Date(timeIntervalSince1970: 0) }, nanoseconds: { 0 }, sleep: sleep)
  }

  @Test("it waits once for each answer, and then gives the other model's")
  func waits() async throws {
    let waited = Mutexed<[Duration]>([])
    let clock = Self.clock { time in waited.change { $0.append(time) } }
    let model = PacedModel(Echo(), wait: .milliseconds(300), clock: clock)
    let request = ModelRequest(messages: [.init(role: .user, text: "hello")], seed: 1)
    #expect(try await model.generate(request).text == "hello")
    #expect(try await model.generate(request) == Echo().generate(request))
    #expect(waited.value == [.milliseconds(300), .milliseconds(300)])
    #expect(model.name == "echo" && model.provenance == "embedded")
  }

  @Test("a wait that is cut off is no answer")
  func cancelled() async throws {
    let clock = Self.clock { _ in throw CancellationError() }
    let model = PacedModel(Echo(), wait: .seconds(1), clock: clock)
    await #expect(throws: CancellationError.self) {
      try await model.generate(ModelRequest(messages: [], seed: 1))
    }
  }
}

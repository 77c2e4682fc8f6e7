import JSONKit

/// A model that answers as its base does, with one fault planted in every answer.
///
/// It is how the workbench breaks the coach on purpose: a gate nobody has seen fail proves nothing.
public struct FaultyModel: LanguageModel {
  /// The faults that can be planted.
  public enum Operator: String, Sendable, CaseIterable {
    /// Changes a rupee amount in the prose to one no fact states.
    case inventNumber = "invent_number"
  }

  private let base: any LanguageModel
  private let fault: Operator

  /// Plants `fault` in every answer of `base`.
  public init(base: any LanguageModel, fault: Operator) {
    self.base = base
    self.fault = fault
  }

  /// `faulty:` and the operator.
  public var name: String { "faulty:\(fault.rawValue)" }
  /// That of the base model.
  public var provenance: String { base.provenance }

  /// The base model's answer with the fault in it, on the draft and on every repair.
  ///
  /// - Throws: what the base throws, or `CoachError` with code `model_failed` when the fault finds no place.
  public func generate(_ request: ModelRequest) async throws -> ModelResponse {
    let answer = try await base.generate(request)
    let text =
      switch fault {
      case .inventNumber: try InventNumber(seed: request.seed).applied(to: answer.text)
      }
    return ModelResponse(text: text, usage: answer.usage, finish: answer.finish)
  }
}

/// A model that answers as its base does, with one fault planted on purpose.
///
/// It is how the workbench breaks the coach: a gate nobody has seen fail proves nothing. What is planted depends on the
/// seed, the operator, the place and the clean answer, and on nothing else.
public struct FaultyModel: LanguageModel {
  private let base: any LanguageModel
  private let choice: FaultChoice
  private let fault: FaultOperator

  /// Plants what a name such as `faulty:digit_swap@2` asks for into the answers of `base`; nil when the name asks for
  /// no operator there is.
  init?(base: any LanguageModel, name: String) {
    guard let choice = FaultChoice(modelName: name), let fault = FaultOperator.named(choice.operatorName)
    else {
      return nil
    }
    self.base = base
    self.choice = choice
    self.fault = fault
  }

  /// The name that asks for it, for example `faulty:digit_swap@2`.
  public var name: String { choice.modelName }
  /// That of the base model.
  public var provenance: String { base.provenance }

  /// The base model's answer with the fault in it; a repair is clean when the name gives a place without `!`.
  ///
  /// - Throws: what the base throws, or `CoachError` with code `model_failed` when the fault finds no place.
  public func generate(_ request: ModelRequest) async throws -> ModelResponse {
    let answer = try await base.generate(request)
    let isRepair = request.messages.contains { $0.role == .assistant }
    guard !isRepair || choice.isPersistent else { return answer }
    guard let task = request.messages.first(where: { $0.role == .user })?.text else {
      throw CoachError(.modelFailed, "\(name) was sent no user message")
    }
    let site = try FaultSite(completion: answer.text, task: task)
    let (text, place) = try planted(in: site, seed: request.seed)
    return ModelResponse(
      text: text, usage: answer.usage, finish: answer.finish,
      fault: PlantedFault(operatorName: fault.name, rail: fault.rail, place: place, twin: choice.isTwin))
  }

  private func planted(in site: FaultSite, seed: UInt64) throws(CoachError) -> (text: String, place: Int) {
    let places = fault.places(site)
    guard places > 0, choice.place.map({ $0 < places }) ?? true else {
      throw CoachError(
        .modelFailed, "\(name) finds no such place in the draft; it has \(places) for \(fault.name)")
    }
    var random = FaultRandom(seed: seed, [fault.name, site.draft.title, site.draft.bodyMarkdown])
    let place = choice.place ?? random.below(places)
    guard let text = fault.text(in: site, place: place, twin: choice.isTwin, seed: seed) else {
      throw CoachError(.modelFailed, "\(name) finds nothing to change at place \(place) of the draft")
    }
    return (text, place)
  }
}

extension FaultOperator {
  /// The completion with the fault, or with its twin, at a place; nil when there is nothing to change there.
  ///
  /// Mutant and twin of one place draw the same numbers.
  func text(in site: FaultSite, place: Int, twin isTwin: Bool, seed: UInt64) -> String? {
    guard (0..<places(site)).contains(place) else { return nil }
    var random = FaultRandom(
      seed: seed, [name, String(place), site.draft.title, site.draft.bodyMarkdown])
    let text = isTwin ? twin(site, place, &random) : mutate(site, place, &random)
    guard isTwin || text != CompletionLayout.compact.text(of: site.draft) else { return nil }
    return text
  }
}

import JSONKit

/// A model that answers as its base does, but for one fault of ``CritiqueFault``.
struct CritiqueFaultModel: LanguageModel {
  let base: any LanguageModel
  let fault: CritiqueFault

  var name: String { fault.modelName }
  var provenance: String { base.provenance }

  /// The base model's answer; with the fault in it where it is of the kind that is broken.
  ///
  /// - Throws: what the base throws, or `CoachError` with code `model_failed` from a critic that fails.
  func generate(_ request: ModelRequest) async throws -> ModelResponse {
    let answer = try await base.generate(request)
    guard let task = request.messages.first(where: { $0.role == .user })?.text else { return answer }
    let isCritique = try ComposerContract(task: task).asksForCritique
    let text: String?
    switch fault {
    case .buriedPoint:
      let isRepair = request.messages.contains { $0.role == .assistant }
      text = isCritique || isRepair ? nil : try Self.sideMatterFirst(answer.text, task: task)
    case .failing:
      if isCritique { throw CoachError(.modelFailed, "\(name) fails when it is asked for a critique") }
      text = nil
    default: text = isCritique ? fault.critique : nil
    }
    guard let text else { return answer }
    let usage = TokenUsage(
      calls: 1, inputTokens: answer.usage.inputTokens, outputTokens: Composer.tokens(text), estimated: true)
    return ModelResponse(text: text, usage: usage, finish: answer.finish)
  }

  /// The draft with the first sentence that cites nothing required in front; nil where there is none.
  private static func sideMatterFirst(_ completion: String, task: String) throws -> String? {
    let site = try FaultSite(completion: completion, task: task)
    let required = Set(site.draft.citations.filter { site.mustCite.contains($0.factID) }.map(\.marker))
    let markers = Set(site.draft.citations.map(\.marker))
    let sentences = site.sentences.map { $0.drop(while: \.isWhitespace) }
    let place = sentences.firstIndex { sentence in
      markers.contains(where: sentence.contains) && !required.contains(where: sentence.contains)
    }
    guard let place, place > 0 else { return nil }
    var rest = sentences
    let first = rest.remove(at: place)
    var edit = DraftEdit(site.draft)
    edit.setBody(([first] + rest).map { trimmed($0) }.joined(separator: " "))
    return edit.completion()
  }

  private static func trimmed(_ sentence: Substring) -> String {
    String(sentence.reversed().drop(while: \.isWhitespace).reversed())
  }
}

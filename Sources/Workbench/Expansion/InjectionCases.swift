import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring

/// Plants each text of a list in the free-text fields of a portfolio, in all of them at once: what one field lets
/// through shows in the run whatever the others do, and a run a field would take five times as long.
struct InjectionCases {
  let setup: EngineSetup

  func cases(
    _ expansion: InjectionExpansion, _ suite: Suite, _ reader: inout InputReader
  ) async throws -> [Case] {
    let texts = try Self.texts(expansion, reader.project)
    guard let source = reader.editable(expansion.portfolio, note: "used by \(expansion.place)") else {
      throw InputError(reader.problems)
    }
    let clean = try await clean(source, suite)
    let checks = try [CheckSpec("unmoved")]
    return texts.map { text in
      let run = InjectionRun(
        source: source, fields: expansion.fields, text: text.text,
        baseline: UnmovedBaseline(
          facts: clean.facts, artifacts: clean.artifacts, planted: FreeTextField.shared(text.text)))
      return Case(
        id: "injection-\(text.id)", subject: .injection(run), tags: expansion.fields.map(\.rawValue),
        checks: checks, trials: 1, timeout: suite.defaults.timeout, asOf: nil, place: expansion.place)
    }
  }

  /// Facts and artifacts of the portfolio as it is.
  private func clean(_ source: EditablePortfolio, _ suite: Suite) async throws -> Observation {
    do {
      let snapshot = try source.snapshot()
      let request = CoachRequest(
        user: snapshot.portfolio.user.id, asOf: snapshot.asOf,
        options: .init(variant: suite.defaults.variant, model: suite.defaults.model))
      let run = try await setup.engine.run(
        request, snapshot: snapshot, identity: RunIdentity(seed: 0, scope: ["clean"]),
        store: try SQLiteCoachStore.inMemory())
      guard case .object(let record) = try JSONValueEncoder().encode(run) else {
        throw CoachError(.invalidRequest, "a run record encodes to an object")
      }
      return Observation(record, of: run, schemas: [:], expected: nil, costMicros: nil)
    } catch let error as FinanceError {
      throw InputError(InputProblem(source.path, error.message))
    }
  }

  /// The project's own texts, then those of the reference list where there is one.
  private static func texts(
    _ expansion: InjectionExpansion, _ project: Project
  ) throws -> [(id: String, text: String)] {
    let own = try list(project.file(expansion.file), expansion.file)
    guard let own = own["texts"]?.array?.map(\.string), !own.isEmpty, !own.contains(nil) else {
      throw InputError(
        InputProblem(expansion.file, "there is no list of texts here", remedy: #"write {"texts": ["…"]}"#))
    }
    var texts = own.compactMap { $0 }.enumerated().map { (id: String($0 + 1), text: $1) }
    if let reference = expansion.reference,
      let folder = ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"]
    {
      let file = URL(filePath: folder).appending(path: reference)
      let cases = try list(file, file.path)["cases"]?.array ?? []
      texts += cases.enumerated().compactMap { index, item in
        item["text"]?.string.map { ("ref-\(item["id"]?.int ?? index)", $0) }
      }
    }
    return texts
  }

  private static func list(_ file: URL, _ shown: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: try Project.text(ofFileAt: file.path))
    } catch let error as JSONParseError {
      throw InputError(
        InputProblem("\(shown):\(error.line):\(error.column)", "this is not JSON: \(error.message)"))
    }
  }
}

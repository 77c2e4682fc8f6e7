import Finance
import Foundation

extension InputReader {
  /// What a project's files tell of the markets beside the prices its portfolios are valued at.
  ///
  /// Each file may be missing: a figure that needs it is then not stated.
  ///
  /// - Throws: `InputError` naming each file that is there and cannot be used.
  static func market(of project: Project) throws -> MarketData {
    var reader = InputReader(project: project)
    let schemes = reader.optional("fixtures/schemes.json") { reader, _ in reader.readSchemes() }
    let history = reader.optional("fixtures/prices/history.csv") { $0.table($1, PriceTable.init(csv:file:)) }
    let benchmarks = reader.optional("fixtures/prices/benchmarks.csv") {
      $0.table($1, IndexTable.init(csv:file:))
    }
    let disclosures = reader.optional("fixtures/prices/disclosures.json") { $0.disclosures($1) }
    guard reader.problems.isEmpty else { throw InputError(reader.problems) }
    return MarketData(
      schemes: schemes ?? .none, history: history, benchmarks: benchmarks, disclosures: disclosures ?? [:])
  }

  private mutating func optional<Value>(
    _ path: String, _ read: (inout InputReader, String) -> Value?
  ) -> Value? {
    FileManager.default.fileExists(atPath: project.file(path).path) ? read(&self, path) : nil
  }

  private mutating func disclosures(_ path: String) -> [String: SchemeDisclosure]? {
    guard let value = json(path, note: nil) else { return nil }
    do {
      return try SchemeDisclosure.all(json: value)
    } catch {
      fail(path, InputProblem("\(path)\(Self.pointer(error))", error.message))
      return nil
    }
  }
}

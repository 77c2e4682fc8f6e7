import Foundation
import JSONKit
import Testing

/// `run --target`: the core suite on a façade and an engine in processes of their own.
@Suite("workbench run --target", .timeLimit(.minutes(15)))
struct TargetRunTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
  }

  private func run(_ arguments: [String]) async throws -> WorkbenchProcess.Ended {
    try await WorkbenchProcess.run(
      ["run", "suites/core.yaml", "--display", "none"] + arguments, in: project.root, ci: true)
  }

  /// The artifacts of each session case, without what is made from the session's own identity.
  private func artifacts(_ folder: String) throws -> [String: JSONValue] {
    let records = try RecordLines(project.text("\(folder)/records.jsonl")).records
    return Dictionary(
      records.filter { $0["kind"] == "session" }.map { record in
        (record["case"]?.string ?? "", Self.withoutIDs(record["artifacts"] ?? .null))
      }, uniquingKeysWith: { $1 })
  }

  private static func withoutIDs(_ artifacts: JSONValue) -> JSONValue {
    guard var kinds = artifacts.object else { return artifacts }
    for kind in kinds.keys {
      kinds[kind] = .array(
        (kinds[kind]?.array ?? []).map { artifact in
          guard var members = artifact.object else { return artifact }
          members["id"] = nil
          return .object(members)
        })
    }
    return .object(kinds)
  }

  @Test("every session case passes over HTTP, and the artifacts are those of a run in process")
  func wholeSuite() async throws {
    let served = try await ServedProject.start(in: project.root)
    let there = try await run(["--target", served.url, "--out", "there", "-j", "4"])
    await served.stop()
    #expect(there.status == 0, "\(there.output)\(there.errors)")
    let here = try await run(["--out", "here"])
    #expect(here.status == 0)
    let (remote, local) = (try artifacts("there"), try artifacts("here"))
    #expect(remote.count == local.count && remote.count > 40)
    for (name, artifacts) in local.sorted(by: { $0.key < $1.key }) {
      #expect(remote[name] == artifacts, "\(name)")
    }
    let summary = try JSONValue(parsing: project.text("there/summary.json"))
    #expect(summary["counts"]?["passed"]?.int == local.count)
    // One agent alone cannot be asked for over the interface: told, and no pass.
    #expect((summary["counts"]?["skipped"]?.int ?? 0) > 0)
    print("target: \(local.count) session cases equal")
  }

  @Test("a target that is not there, or lets nobody in, is an error that says what to do")
  func absent() async throws {
    let nobody = try await run(["--target", "http://127.0.0.1:1", "--case", "first-sip", "--out", "out"])
    #expect(nobody.status == 5)
    #expect(nobody.output.contains("is the coach running there?"), "\(nobody.output)")
    let usage = try await run(["--target", "coach.example"])
    #expect(usage.status == 64)
    let none = try await run([
      "--target", "http://127.0.0.1:1", "--case", "goal-agent-behind", "--out", "none",
    ])
    // Gates that have nothing to look at do not hold.
    #expect(none.status == 3, "\(none.output)")
    #expect(none.output.contains("1 skipped"))
  }
}

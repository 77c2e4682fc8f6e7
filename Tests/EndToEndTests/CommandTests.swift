import Foundation
import JSONKit
import Subprocess
import SystemPackage
import Testing

@Suite("Other commands")
struct CommandTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
  }

  @Test("the version, the help and a completion script for each shell")
  func words() async throws {
    let version = try await WorkbenchProcess.run(["--version"], in: project.root)
    #expect(version.status == 0 && version.output.hasPrefix("workbench "))
    #expect(try await WorkbenchProcess.run(["--help"], in: project.root).output.contains("Exit status"))
    for shell in ["bash", "zsh", "fish"] {
      let script = try await WorkbenchProcess.run(["--generate-completion-script", shell], in: project.root)
      #expect(script.status == 0 && script.output.contains("workbench"))
    }
  }

  @Test("check says that nothing is wrong, and runs nothing")
  func check() async throws {
    let ended = try await WorkbenchProcess.run(["check", "suites/core.yaml"], in: project.root)
    #expect(ended.status == 0)
    #expect(ended.output.contains("6 cases"))
    #expect(!project.exists("reports"))
  }

  @Test("schema lists the contracts and prints each; an unknown one gets a suggestion")
  func schema() async throws {
    let list = try await WorkbenchProcess.run(["schema"], in: project.root)
    for name in list.output.split(separator: "\n") {
      let printed = try await WorkbenchProcess.run(["schema", String(name)], in: project.root)
      #expect(try JSONValue(parsing: printed.output)["type"]?.string == "object", "\(name)")
    }
    let unknown = try await WorkbenchProcess.run(["schema", "insigt/1"], in: project.root)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("insight/1"))
  }

  @Test("golden list shows what waits; accepting what does not wait is an error")
  func golden() async throws {
    let golden = "goldens/core/first-sip.json"
    try project.replace("\"on_track\"", with: "\"behind\"", in: golden)
    _ = try await WorkbenchProcess.run(["run", "suites/core.yaml"], in: project.root)
    let list = try await WorkbenchProcess.run(["golden", "list"], in: project.root)
    #expect(list.output.contains("core/first-sip"))
    #expect(list.output.contains("goal.g1.band"))
    #expect(try await WorkbenchProcess.run(["golden", "accept", "ghost"], in: project.root).status == 2)
    #expect(
      try await WorkbenchProcess.run(["golden", "accept", "core/first-sip"], in: project.root).status == 0)
    let empty = try await WorkbenchProcess.run(["golden", "list", "--json"], in: project.root)
    #expect(try JSONValue(parsing: empty.output)["pending"]?.array?.isEmpty == true)
  }

  @Test("a reader that goes away costs a run neither its reports nor its exit status")
  func closedPipe() async throws {
    let ended = try await WorkbenchProcess.shell(
      "set -o pipefail; $WORKBENCH run suites/core.yaml --out out | true", in: project.root)
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(project.exists("out/report.html"))
  }

  @Test("a first Ctrl-C lets running cases finish, writes the reports and exits 130")
  func interrupt() async throws {
    let result = try await Subprocess.run(
      .path(FilePath(WorkbenchProcess.binary)),
      arguments: [
        "run", "suites/core.yaml", "--trials", "1000", "-j", "1", "--display", "json", "--out", "out",
      ],
      environment: WorkbenchProcess.environment(ci: true), workingDirectory: FilePath(project.root.path),
      input: .none, output: .string(limit: 1 << 20), error: .sequence
    ) { execution in
      var isSent = false
      // The first line of progress proves that a case has finished.
      for try await _ in execution.standardError.strings() where !isSent {
        isSent = true
        try execution.send(signal: .interrupt)
      }
    }
    #expect(result.terminationStatus == .exited(130))
    let summary = try JSONValue(parsing: try project.text("out/summary.json"))
    #expect(summary["exit_status"]?.int == 130)
    let rows = try project.text("out/results.jsonl").split(separator: "\n").count
    #expect((1..<6000).contains(rows))
    #expect(project.exists("out/report.html") && project.exists("out/junit.xml"))
  }
}

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
    #expect(ended.output.contains(/1 suite, \d+ cases: nothing wrong/))
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

  @Test("a reader that goes away costs a run neither its reports nor its exit status")
  func closedPipe() async throws {
    let ended = try await WorkbenchProcess.shell(
      "set -o pipefail; $WORKBENCH run suites/core.yaml --tag on_track --out out | true", in: project.root)
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(project.exists("out/report.html"))
  }

  @Test("a first Ctrl-C lets running cases finish, writes the reports and exits 130")
  func interrupt() async throws {
    let result = try await Subprocess.run(
      .path(FilePath(WorkbenchProcess.binary)),
      arguments: [
        "run", "suites/core.yaml", "--case", "first-sip", "--trials", "1000", "-j", "1", "--display", "json",
        "--out", "out",
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
    #expect((1..<1000).contains(rows))
    #expect(summary["not_run"]?.int == 1000 - rows)
    #expect(result.standardOutput.contains("\(1000 - rows) runs not made"))
    #expect(try project.text("out/report.html").contains("The run was stopped: "))
    #expect(project.exists("out/report.html") && project.exists("out/junit.xml"))
  }
}

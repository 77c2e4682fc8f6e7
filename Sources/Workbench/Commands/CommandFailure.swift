import ArgumentParser
import CoachCore
import CoachService
import Finance
import Scoring

/// Runs a command's work and turns what it throws into one clear message and the exit status the contract names.
enum CommandFailure {
  static func report(to terminal: Terminal, _ work: () async throws -> Int32) async throws {
    let status: Int32
    do {
      status = try await work()
    } catch let error as InputError {
      for problem in error.problems.dropLast() where !terminal.isJSON { terminal.note("error: \(problem)") }
      terminal.fail(
        kind: "bad_input",
        terminal.isJSON ? error.description : error.problems.last?.description ?? "unknown problem")
      status = ExitStatus.badInput.rawValue
    } catch let error as ReportError {
      terminal.fail(kind: "\(error.code)", error.description)
      status =
        error.code == .unwritableFile ? ExitStatus.errorsOverBudget.rawValue : ExitStatus.badInput.rawValue
    } catch let error as SoakError {
      terminal.fail(kind: "\(error.code)", error.message)
      status = ExitStatus.errorsOverBudget.rawValue
    } catch let error as FinanceError {
      terminal.fail(kind: "\(error.code)", error.message)
      status = ExitStatus.badInput.rawValue
    } catch let error as ListenError {
      terminal.fail(kind: "cannot_listen", error.message)
      status = ExitStatus.badInput.rawValue
    } catch let error as CoachError {
      terminal.fail(kind: "\(error.code)", error.message)
      status = ExitStatus.badInput.rawValue
    }
    if status != 0 { throw ExitCode(status) }
  }
}

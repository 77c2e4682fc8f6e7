import Scoring
import Testing

@testable import Workbench

@Suite("Mutant tally")
struct MutantTallyTests {
  private func row(_ rail: String, _ name: String, twin: Bool, _ status: CheckStatus) -> CaseResult {
    var row = CaseResult(
      suite: "s", caseID: "\(rail)-\(name)-\(twin)-\(status)", kind: "agent", variant: "v", model: "m",
      trial: 1,
      file: "s.yaml", line: 1, provenance: .embedded, checks: [])
    row.status = status
    row.mutant = .init(rail: rail, operatorName: name, twin: twin, seed: 7)
    return row
  }

  @Test("caught are the mutants that passed; a twin that did not pass, for whatever reason, is a false alarm")
  func tally() throws {
    let rows = [
      row("R4", "digit_swap", twin: false, .passed), row("R4", "digit_swap", twin: false, .error),
      row("R4", "digit_swap", twin: true, .failed), row("R4", "scale_ten", twin: false, .passed),
      row("R5", "urgency", twin: true, .error), row("R5", "urgency", twin: false, .failed),
    ]
    let tallies = try #require(MutantTally.tally(rows))
    #expect(tallies.map(\.operatorName) == ["digit_swap", "scale_ten", "urgency"])
    #expect(tallies.map(\.mutants) == [2, 1, 1])
    #expect(tallies.map(\.caught) == [1, 1, 0])
    #expect(tallies.map(\.falseAlarms) == [1, 0, 1])
    let rails = MutantTally.byRail(tallies)
    #expect(rails.map(\.rail) == ["R4", "R5"])
    #expect(rails[0].mutants == 3 && rails[0].caught == 2)
  }

  @Test("a run that planted nothing has no tally, and a row tells the seed it was drawn from")
  func none() {
    #expect(MutantTally.tally([]) == nil)
    #expect(RunCommand.run(row("R4", "a", twin: false, .failed)).hasSuffix("--seed 7"))
  }
}

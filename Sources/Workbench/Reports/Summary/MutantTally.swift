import Scoring

/// What became of the mutants of one operator, and of their twins.
struct MutantTally: Codable, Hashable, Sendable {
  /// The rail that has to object.
  var rail: String
  /// The operator; nil in a sum over a rail.
  var operatorName: String?
  /// Mutants that were run.
  var mutants = 0
  /// Those the rail objected to.
  var caught = 0
  /// Clean twins that were run.
  var twins = 0
  /// Twins some rail objected to, or that could not be judged.
  var falseAlarms = 0

  enum CodingKeys: String, CodingKey {
    case rail
    case operatorName = "operator"
    case mutants, caught, twins
    case falseAlarms = "false_alarms"
  }

  /// Whether every mutant was caught and no twin raised an alarm.
  var isClean: Bool { caught == mutants && falseAlarms == 0 }

  /// The rows that plant something, by rail and operator in order of first appearance; nil when none does.
  ///
  /// A row that could not be judged counts as missed, or as a false alarm: nothing unproved passes.
  static func tally(_ rows: [CaseResult]) -> [MutantTally]? {
    var tallies: [MutantTally] = []
    for row in rows {
      guard let mutant = row.mutant else { continue }
      let known = tallies.firstIndex { $0.rail == mutant.rail && $0.operatorName == mutant.operatorName }
      let index = known ?? tallies.endIndex
      if known == nil {
        tallies.append(MutantTally(rail: mutant.rail, operatorName: mutant.operatorName))
      }
      if mutant.twin {
        tallies[index].twins += 1
        tallies[index].falseAlarms += row.status == .passed ? 0 : 1
      } else {
        tallies[index].mutants += 1
        tallies[index].caught += row.status == .passed ? 1 : 0
      }
    }
    return tallies.isEmpty ? nil : tallies
  }

  /// The sums over each rail, in order of first appearance.
  static func byRail(_ tallies: [MutantTally]) -> [MutantTally] {
    var sums: [MutantTally] = []
    for tally in tallies {
      if sums.last?.rail != tally.rail { sums.append(MutantTally(rail: tally.rail)) }
      sums[sums.count - 1].mutants += tally.mutants
      sums[sums.count - 1].caught += tally.caught
      sums[sums.count - 1].twins += tally.twins
      sums[sums.count - 1].falseAlarms += tally.falseAlarms
    }
    return sums
  }
}

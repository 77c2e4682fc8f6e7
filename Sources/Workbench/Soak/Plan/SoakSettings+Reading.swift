import JSONKit
import Scoring

extension SoakSettings {
  private static let keys = [
    "sessions", "ramp", "rounds", "warm_up", "shares", "exhaust_tokens", "sessions_per_user", "caps", "think",
    "rest", "timeout", "gates", "chaos_gates",
  ]

  /// Reads the section `soak` of a suite; nil when it is none.
  init?(_ value: JSONValue, in document: YAMLDocument, problems: inout [InputProblem]) {
    guard
      let fields = SuiteFields(
        value, at: JSONPointer(tokens: ["soak"]), in: document, allowed: Self.keys, problems: &problems)
    else { return nil }
    sessions = fields.count("sessions", in: 1...Self.mostSessions, &problems) ?? sessions
    ramp = fields.duration("ramp", &problems) ?? ramp
    rounds = fields.count("rounds", in: 1...Self.mostRounds, &problems) ?? rounds
    warmUp = fields.count("warm_up", in: 0...1_000, &problems) ?? warmUp
    if rounds > sessions {
      problems.append(
        InputProblem(
          fields.place("rounds"), "\(rounds) rounds are more than \(sessions) sessions",
          remedy: "lower \"rounds\""))
    }
    think = fields.duration("think", &problems) ?? think
    rest = fields.duration("rest", &problems) ?? rest
    timeout = fields.duration("timeout", &problems) ?? timeout
    exhaustTokens = fields.count("exhaust_tokens", in: 0...1_000_000_000, &problems) ?? exhaustTokens
    sessionsPerUser = fields.count("sessions_per_user", in: 1...100, &problems) ?? sessionsPerUser
    caps = SoakCaps(fields, problems: &problems)
    shares = Self.shares(fields, &problems)
    gates = Self.gates("gates", fields, &problems)
    chaosGates = Self.gates("chaos_gates", fields, &problems)
  }

  private static func shares(_ fields: SuiteFields, _ problems: inout [InputProblem]) -> [Behaviour: Double] {
    let names = Behaviour.shared.map(\.rawValue)
    guard let members = fields.members("shares", allowed: names, &problems) else { return [:] }
    var shares: [Behaviour: Double] = [:]
    for behaviour in Behaviour.shared {
      guard let value = members[behaviour.rawValue] else { continue }
      guard let share = share(value) else {
        let _: Double? = members.wrong(behaviour.rawValue, "a share such as 10%", value, &problems)
        continue
      }
      shares[behaviour] = share
    }
    if shares.values.reduce(0, +) > 1 + 1e-9 {
      problems.append(
        InputProblem(fields.place("shares"), "the shares are more than the whole", remedy: "lower one"))
    }
    return shares
  }

  /// `10%`, or a number from 0 to 1.
  private static func share(_ value: JSONValue) -> Double? {
    let number: Double?
    if let text = value.string, text.hasSuffix("%") {
      number = Double(text.dropLast()).map { $0 / 100 }
    } else {
      number = value.double
    }
    guard let number, (0...1).contains(number) else { return nil }
    return number
  }

  private static func gates(_ key: String, _ fields: SuiteFields, _ problems: inout [InputProblem])
    -> [FigureGate]
  {
    guard let lines = fields.texts(key, &problems) else { return [] }
    return lines.enumerated().compactMap { index, line in
      do throws(ScoringError) {
        return try FigureGate(line, metrics: SoakFigures.metrics)
      } catch {
        let place = fields.document.place(fields.pointer.appending(key).appending(index))
        problems.append(InputProblem(place, error.message))
        return nil
      }
    }
  }
}

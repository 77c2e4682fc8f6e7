/// A systematic investment plan: a standing instalment into one holding, for one goal.
public struct SIP: Hashable, Sendable {
  /// How often an instalment is paid.
  public enum Frequency: String, Sendable, CaseIterable {
    case monthly
  }

  /// Whether instalments are being paid.
  public enum Status: String, Sendable, CaseIterable {
    case active, paused, cancelled, failed
  }

  /// The identifier, such as `s1`.
  public let id: String
  /// The holding it buys into.
  public let holding: String
  /// The goal it saves for.
  public let goal: String
  /// The instalment.
  public let amount: Money
  /// How often an instalment is paid.
  public let frequency: Frequency
  /// The day of the month, 1 to 31.
  public let day: Int
  /// The day from which it runs.
  public let start: CivilDate
  /// The last day on which an instalment may fall; nil when open.
  public let end: CivilDate?
  /// The yearly rise of the instalment; the goal's fills in.
  public let stepUp: StepUp?
  /// Whether instalments are being paid.
  public let status: Status
}

extension SIP {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly(
      "id", "holding", "goal", "amount", "frequency", "day", "start", "end", "step_up", "status")
    id = try fields.identifier("id")
    holding = try fields.identifier("holding")
    goal = try fields.identifier("goal")
    amount = try fields.money("amount")
    guard amount > .zero else { throw fields.error(.outOfRange, "must be more than nothing", "amount") }
    frequency = try fields.choice("frequency")
    day = try fields.int("day", in: 1...31)
    start = try fields.date("start")
    end = try fields.optionalDate("end")
    if let end, end < start { throw fields.error(.inconsistent, "lies before the start", "end") }
    stepUp = try StepUp(optional: "step_up", of: fields)
    status = try fields.choice("status")
  }
}

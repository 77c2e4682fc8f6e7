/// How long a topic that was told rests before it is told again unchanged, and which of its states is worse.
public struct TopicCooldowns: Hashable, Sendable {
  /// The states one aspect of a topic can be in, best first.
  public struct Scale: Hashable, Sendable {
    /// The part of a topic's key before its state, such as `gap`.
    public let aspect: String
    /// The states from good to bad.
    public let states: [String]
  }

  /// Days a piece of information rests.
  public let info: Int
  /// Days something that asks for attention rests.
  public let attention: Int
  /// Days something that asks for action rests.
  public let action: Int
  /// Days a topic rests that the investor has dismissed.
  public let dismissed: Int
  /// What is known of the order of states.
  public let scales: [Scale]

  /// Whether `state` is worse than `other`, as far as the scale of the aspect knows both.
  public func isWorse(_ state: String, than other: String, of aspect: String) -> Bool {
    guard let states = scales.first(where: { $0.aspect == aspect })?.states,
      let now = states.firstIndex(of: state), let then = states.firstIndex(of: other)
    else { return false }
    return now > then
  }
}

extension TopicCooldowns {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("valid_from", "valid_to", "days", "scales")
    let days = try fields.fields("days")
    try days.allowOnly("info", "attention", "action", "dismissed")
    info = try days.int("info", in: 0...366)
    attention = try days.int("attention", in: 0...366)
    action = try days.int("action", in: 0...366)
    dismissed = try days.int("dismissed", in: 0...3_660)
    scales = try fields.list("scales") { scale throws(FinanceError) in
      try scale.allowOnly("aspect", "states")
      let states = try scale.optionalStrings("states")
      guard states.count > 1, Set(states).count == states.count else {
        throw scale.error(.inconsistent, "must name two states or more, each once", "states")
      }
      return Scale(aspect: try scale.string("aspect"), states: states)
    }
    guard Set(scales.map(\.aspect)).count == scales.count else {
      throw fields.error(.duplicate, "must have one scale an aspect", "scales")
    }
  }
}

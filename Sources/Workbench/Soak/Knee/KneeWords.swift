/// The result of a search for the knee in sentences.
struct KneeWords {
  /// One sentence without a full stop.
  let result: String
  /// Nil when this program was in time.
  let clientNote: String?

  /// This program's own timer error above which its other times say little, in milliseconds.
  static let longestTimerError = 50.0

  init(_ search: KneeSearch, _ rungs: [KneeRung], rampSeconds: Double, isInterrupted: Bool) {
    let ramp = "over \(Figures.plain(rampSeconds, decimals: 3)) s"
    func rung(_ sessions: Int?) -> KneeRung? { rungs.first { $0.sessions == sessions } }
    func rate(_ sessions: Int) -> String { Figures.plain(Double(sessions) / rampSeconds, decimals: 1) }
    let reason = rung(search.broke).map(Self.reason)
    let found =
      switch (search.held, search.broke) {
      case (let held?, let broke?):
        "the knee lies between \(held) and \(broke) sessions \(ramp) (\(rate(held)) to \(rate(broke)) a second)"
      case (let held?, nil): "\(held) sessions \(ramp) (\(rate(held)) a second) hold"
      case (nil, let broke?):
        "\(broke) sessions \(ramp) (\(rate(broke)) a second) do not hold: the knee lies below"
      case (nil, nil): "no rung was finished"
      }
    let isMost = search.broke == nil && search.held == search.most
    result =
      (isInterrupted ? "interrupted: " : "") + found
      + (isMost ? ", the most that were tried: the knee lies above" : "") + (reason.map { ": \($0)" } ?? "")
    clientNote = [rung(search.broke), rung(search.held)].compactMap(\.self)
      .first { $0.timerP99 ?? 0 > Self.longestTimerError }
      .map {
        "this program's timer.p99 was \(Figures.duration(milliseconds: $0.timerP99)) at \($0.sessions) sessions: its "
          + "machine, not the service, may be the limit"
      }
  }

  private static func reason(_ rung: KneeRung) -> String {
    let gates = rung.brokenGates.joined(separator: " and ")
    return [gates.isEmpty ? nil : "\(gates) broke at \(rung.sessions)", rung.problem].compactMap(\.self)
      .joined(separator: "; ")
  }
}

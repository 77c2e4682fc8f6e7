import Scoring
import Testing

@testable import Workbench

@Suite("The figures of a soak")
struct SoakFiguresTests {
  private func log(_ behaviour: Behaviour, events: [(type: String, ms: UInt64, connection: Int)])
    -> SessionLog
  {
    var log = SessionLog(
      plan: PlannedSession(
        number: 1, place: 0, behaviour: behaviour, start: .zero, idempotencyKey: "k", dropAfter: 1))
    (log.due, log.begun, log.answered) = (10_000_000, 12_000_000, 20_000_000)
    log.headers = 25_000_000
    log.events = events.enumerated().map { place, event in
      ReceivedLine(
        seq: place + 1, type: event.type, data: "", at: event.ms * 1_000_000, connection: event.connection)
    }
    return log
  }

  @Test("times are counted from the request, a client's rest and a reconnect are in none of them")
  func times() {
    let events: [(type: String, ms: UInt64, connection: Int)] = [
      ("session.started", 30, 0), ("artifact.insight", 1_530, 0), ("usage", 9_000, 1),
      ("session.completed", 9_012, 1),
    ]
    let times = SoakTimes([log(.plain, events: events)])
    #expect(times[.timer].maximum == 2_000 && times[.start].maximum == 8_000)
    #expect(times[.headers].maximum == 5_000 && times[.queueWait].maximum == 10_000)
    #expect(times[.firstEvent].maximum == 18_000 && times[.firstArtifact].maximum == 1_518_000)
    #expect(times[.gap].count == 2 && times[.gap].maximum == 1_500_000 && times.stalls == 1)
    #expect(times[.total].maximum == 9_000_000)
    for behaviour in [Behaviour.slow, .drop] {
      let times = SoakTimes([log(behaviour, events: events)])
      #expect(times[.gap].count == 0 && times[.total].count == 0 && times[.firstEvent].count == 1)
    }
  }

  @Test("a gate with nothing to look at is an error; one that does not hold fails with figure and limit")
  func gates() throws {
    let none = SoakFigures(counts: SoakCounts([], stalls: 0), times: SoakTimes([]))
    for metric in SoakFigures.metrics {
      let limit = metric.kind == .time ? "1s" : metric.kind == .bytes ? "1KB" : "1"
      let gate = try FigureGate("\(metric.name) <= \(limit)", metrics: SoakFigures.metrics)
      #expect(gate.evaluate(none.figure(metric.name)).status == .error, "\(metric.name)")
    }
    let times = SoakTimes([log(.plain, events: [("session.completed", 112, 0)])])
    let figures = SoakFigures(counts: SoakCounts([], stalls: 0), times: times)
    func outcome(_ text: String) throws -> FigureGate.Outcome {
      let gate = try FigureGate(text, metrics: SoakFigures.metrics)
      return gate.evaluate(figures.figure(gate.metric.name))
    }
    #expect(try outcome("total.p99 <= 100ms").status == .passed)
    let failed = try outcome("total.p99 < 100ms")
    #expect(failed.status == .failed && failed.actual == 100)
    #expect(failed.message == "total.p99 is 100.0 ms over 1 measurements, limit < 100ms")
  }

  @Test(
    "a line of proc is read whatever the program is called, and a process that was restarted counts twice")
  func usage() throws {
    let stat = "42 (a b) c) S 1 2 3 4 5 6 7 8 9 10 150 50 0 0 20 0 7 0 999 1000000 300 1 2"
    let usage = try #require(
      ProcessUsage(stat: stat, descriptors: 9, ticksPerSecond: 100, pageBytes: 4_096))
    #expect(usage.cpuSeconds == 2 && usage.threads == 7 && usage.residentBytes == 300 * 4_096)
    #expect(ProcessUsage(stat: "42 (a) S 1", descriptors: 0, ticksPerSecond: 100, pageBytes: 1) == nil)
    let later = stat.replacing(" 150 50 ", with: " 10 10 ")
    let samples = [usage, nil, ProcessUsage(stat: later, descriptors: 3, ticksPerSecond: 100, pageBytes: 1)]
    let figures = try #require(SoakServerFigures(samples))
    #expect(abs(figures.cpuSeconds - 0.2) < 1e-9 && figures.mostDescriptors == 9)
    #expect(SoakServerFigures([nil, nil]) == nil)
  }
}

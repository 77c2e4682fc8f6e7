import Testing

@testable import Workbench

@Suite("The order of a stream")
struct StreamOrderTests {
  private func line(_ seq: Int?, _ type: String = "usage", data: String? = nil, on connection: Int = 0)
    -> ReceivedLine
  {
    ReceivedLine(seq: seq, type: type, data: data ?? "\(seq ?? 0)", at: 0, connection: connection)
  }

  private func messages(_ lines: [ReceivedLine]) -> [String] {
    StreamOrder(lines).findings.map { "\($0.kind): \($0.message)" }
  }

  private let end = "session.completed"

  @Test("a stream without fault has no finding, whatever came again after a reconnect")
  func whole() {
    #expect(messages([line(1), line(2), line(nil, "text.delta"), line(3, end)]).isEmpty)
    let order = StreamOrder([line(1), line(2), line(1, on: 1), line(2, on: 1), line(3, end, on: 1)])
    #expect(order.findings.isEmpty && order.repeats == 2 && order.lines.count == 3)
  }

  @Test("each planted fault is found, and named")
  func faults() {
    #expect(messages([line(1), line(3, end)]) == ["order: event 3 came after event 1"])
    #expect(messages([line(2), line(3, end)]) == ["order: event 2 came after event 0"])
    #expect(messages([line(1), line(3), line(2), line(4, end)]).first == "order: event 3 came after event 1")
    #expect(messages([line(1), line(1), line(2, end)]) == ["order: event 1 came twice over one connection"])
    #expect(
      messages([line(1), line(1, data: "other", on: 1), line(2, end, on: 1)])
        == ["order: event 1 came with two payloads"])
    #expect(
      messages([line(1, end), line(2, "session.failed")])
        == ["terminal: 2 terminal events: session.completed, session.failed"])
    #expect(messages([line(1, end), line(2)]) == ["terminal: events came after session.completed"])
    #expect(messages([line(1), line(2)]) == ["terminal: no terminal event among 2 events"])
    #expect(messages([]) == ["terminal: no terminal event among 0 events"])
  }
}

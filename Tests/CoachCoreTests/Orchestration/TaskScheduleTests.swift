import Testing

@testable import CoachCore

@Suite("Task schedule")
struct TaskScheduleTests {
  private let diamond = [
    TaskGraph.Node(id: "a", agent: "x"), .init(id: "b", agent: "x", after: ["a"]),
    .init(id: "c", agent: "x", after: ["a"]), .init(id: "d", agent: "x", after: ["b", "c"]),
  ]

  @Test("a task starts once, when everything before it has ended")
  func starts() throws {
    var schedule = TaskSchedule(try TaskGraph(diamond))
    func started() -> [String] { schedule.startReady().map(\.id) }
    #expect(started() == ["a"])
    #expect(started().isEmpty)
    schedule.end("a", failed: false)
    #expect(started() == ["b", "c"])
    schedule.end("b", failed: false)
    #expect(started().isEmpty)
    schedule.end("c", failed: true)
    #expect(started() == ["d"])
    schedule.end("d", failed: false)
    #expect(schedule.isDone)
  }

  @Test("every order of endings, good or bad, reaches the end, and a second ending changes nothing")
  func everyWalk() throws {
    for outcome in 0..<16 {
      for swap in [false, true] {
        var schedule = TaskSchedule(try TaskGraph(diamond))
        var rounds = 0
        while !schedule.isDone {
          rounds += 1
          try #require(rounds <= 4)
          let started = schedule.startReady().map(\.id)
          for id in swap ? started.reversed() : started {
            let failed = outcome >> (id.unicodeScalars.first.map { Int($0.value) - 97 } ?? 0) & 1 == 1
            schedule.end(id, failed: failed)
            let before = schedule
            schedule.end(id, failed: !failed)
            #expect(schedule == before)
          }
        }
        #expect(rounds == 3)
      }
    }
  }

  @Test("ending a task that never started is no ending")
  func unknownEnding() throws {
    var schedule = TaskSchedule(try TaskGraph(diamond))
    let before = schedule
    schedule.end("d", failed: false)
    schedule.end("ghost", failed: false)
    #expect(schedule == before)
  }
}

import Testing

@testable import CoachCore

/// The machine is small enough to be looked at whole: every state it can reach, under every event.
@Suite("Run machine")
struct RunMachineTests {
  private typealias Event = RunMachine.Event
  private typealias Action = RunMachine.Action

  private static func graph() throws -> TaskGraph {
    try TaskGraph([
      .init(id: "a", agent: "x"), .init(id: "b", agent: "x"), .init(id: "c", agent: "x", after: ["a", "b"]),
    ])
  }

  private static let small = RetryPolicy(attempts: 2, retries: 2)

  /// Every event that could come for the graph, fitting or not.
  private static var alphabet: [Event] {
    var events: [Event] = [.start, .budgetReached]
    events += [RunRecord.Outcome.cancelled, .failed, .budgetExhausted].map { .halt($0) }
    let ends: [RunMachine.TaskEvent] = [
      .finished, .failed(.init(code: "model_failed", isRetryable: true)),
      .failed(.init(code: "missing_fact", isRetryable: false)), .backoffElapsed, .stopped,
    ]
    for task in ["a", "b", "c", "ghost"] {
      for attempt in 1...3 { events += ends.map { .task(task, attempt: attempt, $0) } }
    }
    return events
  }

  @Test("over every state that can be reached, every event keeps the laws")
  func exhaustive() throws {
    let start = RunMachine(try Self.graph(), policy: Self.small)
    var seen: [RunMachine] = []
    var keys: Set<String> = []
    var open = [start]
    var pairs: Set<String> = []
    while let machine = open.popLast() {
      guard keys.insert("\(machine)").inserted else { continue }
      seen.append(machine)
      for event in Self.alphabet {
        var next = machine
        let actions = next.handle(event)
        checkLaws(before: machine, event: event, after: next, actions)
        for pair in Self.pairs(machine, event) { pairs.insert(pair) }
        open.append(next)
      }
    }
    // 4 phases × 4 kinds of event, and 6 task states × 4 kinds of task event.
    #expect(pairs.filter { $0.hasPrefix("phase") }.count == 4 * 4)
    #expect(pairs.filter { $0.hasPrefix("task") }.count == 6 * 4)
    #expect(seen.count > 100)
  }

  @Test("100,000 random walks end once, and start nothing after the end")
  func walks() throws {
    var random = SplitMix(seed: 20_261_122)
    let graph = try Self.graph()
    let alphabet = Self.alphabet
    for _ in 0..<100_000 {
      var machine = RunMachine(graph, policy: Self.small)
      var finishes = 0
      var runs: [String: Int] = [:]
      var events: [Event] = [.start]
      for _ in 0..<12 { events.append(alphabet[Int(random.next() % UInt64(alphabet.count))]) }
      for event in events {
        let ended = if case .ended = machine.phase { true } else { false }
        for action in machine.handle(event) {
          #expect(!ended)
          switch action {
          case .finish: finishes += 1
          case .run(let id, let attempt):
            #expect(attempt == runs[id, default: 0] + 1)
            runs[id] = attempt
          case .substitute(let id, let attempt):
            #expect(attempt == runs[id, default: 0] + 1)
          default: break
          }
        }
      }
      #expect(finishes <= 1)
      #expect(runs.values.reduce(0) { $0 + $1 - 1 } <= Self.small.retries)
      if case .ended = machine.phase { #expect(finishes == 1) }
    }
  }

  @Test("a run whose every task ends comes to an end by itself")
  func ends() throws {
    var machine = RunMachine(try Self.graph(), policy: Self.small)
    var todo = machine.handle(.start)
    var order: [String] = []
    while !todo.isEmpty {
      switch todo.removeFirst() {
      case .run(let id, let attempt):
        order.append(id)
        todo += machine.handle(.task(id, attempt: attempt, .finished))
      case .finish(let outcome): #expect(outcome == .completed)
      default: Issue.record("nothing failed")
      }
    }
    #expect(order == ["a", "b", "c"])
    #expect(machine.phase == .ended(.completed))
  }

  @Test("a task is tried again while attempts and the run's retries last, then done without a model")
  func retries() throws {
    let failed = RunMachine.TaskEvent.failed(.init(code: "model_failed", isRetryable: true))
    var machine = RunMachine(try Self.graph(), policy: Self.small)
    _ = machine.handle(.start)
    #expect(machine.handle(.task("a", attempt: 1, failed)) == [.backOff("a", attempt: 2)])
    #expect(machine.handle(.task("a", attempt: 2, .backoffElapsed)) == [.run("a", attempt: 2)])
    #expect(machine.handle(.task("a", attempt: 2, failed)) == [.substitute("a", attempt: 3)])
    #expect(machine.handle(.task("a", attempt: 3, .finished)) == [])
    #expect(machine.tasks["a"] == .ended(.substituted("model_failed")))
    #expect(machine.handle(.task("b", attempt: 1, .finished)) == [.run("c", attempt: 1)])
    let last = RunMachine.TaskEvent.failed(.init(code: "missing_fact", isRetryable: false))
    #expect(machine.handle(.task("c", attempt: 1, last)) == [.finish(.completed)])
  }

  @Test("the retries of a run are dealt to its tasks, whoever fails first", arguments: 0...9)
  func shares(retries: Int) throws {
    let shares = RetryPolicy(retries: retries).shares(of: try Self.graph())
    #expect(shares.values.reduce(0, +) == retries && shares.keys.sorted() == ["a", "b", "c"])
    #expect((shares.values.max() ?? 0) - (shares.values.min() ?? 0) <= 1)
    #expect(shares["a"] ?? 0 >= shares["c"] ?? 0)
    #expect(RetryPolicy(retries: -1).shares(of: try Self.graph()).values.allSatisfy { $0 == 0 })
  }

  @Test("when every task failed the run has failed")
  func lost() throws {
    let failed = RunMachine.TaskEvent.failed(.init(code: "missing_fact", isRetryable: false))
    var machine = RunMachine(try Self.graph(), policy: Self.small)
    _ = machine.handle(.start)
    _ = machine.handle(.task("a", attempt: 1, failed))
    _ = machine.handle(.task("b", attempt: 1, failed))
    #expect(machine.handle(.task("c", attempt: 1, failed)) == [.finish(.failed)])
  }

  @Test("waits double, never pass the longest, and are the same for the same seed")
  func delays() {
    let policy = RetryPolicy()
    for attempt in 2...40 {
      let delay = policy.delay(before: attempt, of: "a", seed: 7)
      #expect(delay == policy.delay(before: attempt, of: "a", seed: 7))
      #expect(delay <= policy.longestDelay)
      #expect(delay >= min(policy.longestDelay, policy.firstDelay * (1 << min(attempt - 2, 20))) / 2)
    }
    #expect(policy.delay(before: 2, of: "a", seed: 1) != policy.delay(before: 2, of: "b", seed: 1))
  }

  // MARK: Order

  private static func diamond() throws -> TaskGraph {
    try TaskGraph([
      .init(id: "a", agent: "x"), .init(id: "b", agent: "x", after: ["a"]),
      .init(id: "c", agent: "x", after: ["a"]), .init(id: "d", agent: "x", after: ["b", "c"]),
    ])
  }

  private static let lost = RunMachine.TaskEvent.failed(.init(code: "missing_fact", isRetryable: false))

  @Test("a task starts once, when everything before it has ended")
  func starts() throws {
    var machine = RunMachine(try Self.diamond())
    #expect(machine.handle(.start) == [.run("a", attempt: 1)])
    #expect(machine.handle(.start) == [])
    #expect(
      machine.handle(.task("a", attempt: 1, .finished)) == [.run("b", attempt: 1), .run("c", attempt: 1)])
    #expect(machine.handle(.task("b", attempt: 1, .finished)) == [])
    #expect(machine.handle(.task("c", attempt: 1, Self.lost)) == [.run("d", attempt: 1)])
    #expect(machine.handle(.task("d", attempt: 1, .finished)) == [.finish(.completed)])
  }

  @Test("every order of endings, good or bad, reaches the end, and a second ending changes nothing")
  func everyOrder() throws {
    for outcome in 0..<16 {
      for swap in [false, true] {
        var machine = RunMachine(try Self.diamond())
        var actions = machine.handle(.start)
        var rounds = 0
        var finishes = 0
        while !actions.isEmpty {
          var next: [Action] = []
          let started = actions.compactMap { if case .run(let id, _) = $0 { id } else { nil } }
          finishes += actions.count - started.count
          rounds += started.isEmpty ? 0 : 1
          try #require(rounds <= 4)
          for id in swap ? started.reversed() : started {
            let failed = outcome >> (id.unicodeScalars.first.map { Int($0.value) - 97 } ?? 0) & 1 == 1
            next += machine.handle(.task(id, attempt: 1, failed ? Self.lost : .finished))
            let before = machine
            #expect(machine.handle(.task(id, attempt: 1, failed ? .finished : Self.lost)) == [])
            #expect(machine == before)
          }
          actions = next
        }
        #expect(rounds == 3 && finishes == 1)
      }
    }
  }

  @Test("ending a task that never started is no ending")
  func unknownEnding() throws {
    var machine = RunMachine(try Self.diamond())
    _ = machine.handle(.start)
    let before = machine
    #expect(machine.handle(.task("d", attempt: 1, .finished)) == [])
    #expect(machine.handle(.task("ghost", attempt: 1, .finished)) == [])
    #expect(machine == before)
  }

  // MARK: Laws

  private func checkLaws(
    before: RunMachine, event: Event, after: RunMachine, _ actions: [Action]
  ) {
    if case .ended = before.phase { #expect(actions.isEmpty && before == after) }
    let finishes = actions.filter { if case .finish = $0 { true } else { false } }
    #expect(finishes.count <= 1)
    if case .ended(let outcome) = after.phase {
      #expect(after.tasks.values.allSatisfy { if case .ended = $0 { true } else { false } })
      if case .ended = before.phase {} else { #expect(finishes == [.finish(outcome)]) }
    } else {
      #expect(finishes.isEmpty)
    }
    if case .stopping = after.phase {
      #expect(!actions.contains { if case .run = $0 { true } else { false } }, "nothing starts once halted")
      #expect(!actions.contains { if case .backOff = $0 { true } else { false } })
    }
    if case .task(let id, let attempt, let answer) = event, before.tasks[id] == .stopping(attempt) {
      // The driver gets one answer of each attempt and each wait, and waits for no second.
      if case .ended = after.tasks[id] {} else { Issue.record("\(answer) leaves a stopped task open") }
    }
    for (id, left) in after.retriesLeft {
      #expect(left >= 0 && left <= before.retriesLeft[id] ?? 0)
    }
    for (id, state) in before.tasks {
      if case .ended(let end) = state { #expect(after.tasks[id] == .ended(end), "an end is an end") }
    }
  }

  /// The pairs an event makes with the state it comes upon.
  private static func pairs(_ machine: RunMachine, _ event: Event) -> [String] {
    switch event {
    case .start: ["phase \(kind("\(machine.phase)")) start"]
    case .halt: ["phase \(kind("\(machine.phase)")) halt"]
    case .budgetReached: ["phase \(kind("\(machine.phase)")) budget"]
    case .task(let id, _, let taskEvent):
      ["phase \(kind("\(machine.phase)")) task"]
        + (machine.tasks[id].map {
          ["task \(kind("\($0)")) \(kind("\(taskEvent)"))"]
        } ?? [])
    }
  }

  private static func kind(_ text: String) -> String {
    String(text.prefix { $0.isLetter })
  }
}

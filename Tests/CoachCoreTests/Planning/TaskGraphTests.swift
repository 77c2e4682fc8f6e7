import CoachCore
import JSONKit
import Testing

@Suite("Task graph")
struct TaskGraphTests {
  @Test("dependencies come first, ties in order of name, whatever order the tasks are given in")
  func order() throws {
    let nodes = [
      TaskGraph.Node(id: "publish", agent: "qa", after: ["b", "a"]), TaskGraph.Node(id: "b", agent: "x"),
      TaskGraph.Node(id: "a", agent: "x"),
    ]
    #expect(try TaskGraph(nodes).nodes.map(\.id) == ["a", "b", "publish"])
    #expect(try TaskGraph(nodes.reversed()) == TaskGraph(nodes))
  }

  @Test("a repeated, an unknown and a circular task are refused by name")
  func refusals() {
    let cases: [([TaskGraph.Node], String)] = [
      ([.init(id: "a", agent: "x"), .init(id: "a", agent: "x")], "planned twice"),
      ([.init(id: "a", agent: "x", after: ["ghost"])], "ghost"),
      ([.init(id: "a", agent: "x", after: ["b"]), .init(id: "b", agent: "x", after: ["a"])], "circle"),
      ([.init(id: "a", agent: "x", after: ["a"])], "circle"),
    ]
    for (nodes, word) in cases {
      let error = #expect(throws: CoachError.self) { try TaskGraph(nodes) }
      #expect(error?.code == .invalidPlan)
      #expect(error?.message.contains(word) == true)
    }
  }

  @Test("a graph survives JSON, and a circular one does not come back")
  func roundTrip() throws {
    let graph = try Planner.plan(hasGoals: true)
    let json = try JSONValueEncoder().encode(graph)
    #expect(try JSONValueDecoder().decode(TaskGraph.self, from: json) == graph)
    let circular = try JSONValue(parsing: #"{"nodes":[{"id":"a","agent":"x","after":["a"]}]}"#)
    #expect(throws: (any Error).self) { try JSONValueDecoder().decode(TaskGraph.self, from: circular) }
  }

  @Test("a portfolio without goals is still judged and ended")
  func withoutGoals() throws {
    #expect(
      try Planner.plan(hasGoals: false).nodes.map(\.id) == [
        "allocation", "performance", "recommendation", "qa_citation",
      ])
    #expect(throws: CoachError.self) { try Planner.plan(agent: "astrologer") }
  }
}

import Scoring
import Testing

@testable import Workbench

@Suite("Quiet points of a soak")
struct QuietFiguresTests {
  private func process(_ heap: Int, pid: Int32 = 7, descriptors: Int = 20) -> QuietPoint.Process {
    QuietPoint.Process(pid: pid, heapBytes: heap, residentBytes: heap * 2, descriptors: descriptors)
  }

  private func point(
    _ sessions: Int, engine: QuietPoint.Process?, facade: QuietPoint.Process?, unrest: String? = nil
  ) -> QuietPoint {
    QuietPoint(sessions: sessions, waitedSeconds: 6, engine: engine, facade: facade, unrest: unrest)
  }

  /// A line of points at which the engine grows by 300 bytes a session and the façade by 20.
  private func line(_ count: Int) -> [QuietPoint] {
    (0..<count).map { place in
      let sessions = place * 500
      return point(
        sessions, engine: process(1_000_000 + 300 * sessions, descriptors: 20 + place),
        facade: process(500_000 + 20 * sessions, pid: 8, descriptors: 12 - place))
    }
  }

  @Test("slopes are told of each server and of both, and descriptors keep their sign")
  func slopes() throws {
    let figures = QuietFigures(line(4))
    #expect(abs(try #require(figures.heap(.engine)).slope - 300) < 1e-6)
    #expect(abs(try #require(figures.heap(.facade)).slope - 20) < 1e-6)
    let both = try #require(figures.heap(.both))
    #expect(abs(both.slope - 320) < 1e-6 && both.standardError < 1e-3 && both.count == 4)
    #expect(abs(try #require(figures.resident(.both)).slope - 640) < 1e-6)
    #expect(figures.descriptorsLeft(.engine) == 3 && figures.descriptorsLeft(.facade) == -3)
    #expect(figures.figure("descriptors.left")?.value == 0)
    #expect(figures.figure("heap.slope")?.basis == "4 quiet points, ± 0 B (standard error)")
  }

  @Test("two points, a restart, unrest and a server that says nothing tell no slope")
  func nothing() {
    #expect(QuietFigures(line(2)).heap(.both) == nil && QuietFigures(line(2)).descriptorsLeft(.both) == 1 - 1)
    #expect(
      QuietFigures([]).figure("heap.slope") == nil && QuietFigures(line(1)).descriptorsLeft(.both) == nil)
    var restarted = line(4)
    restarted[2] = point(1_000, engine: process(5, pid: 99), facade: process(5, pid: 8))
    #expect(QuietFigures(restarted).count == 0 && QuietFigures(restarted).figure("rss.slope") == nil)
    var unquiet = line(3)
    unquiet[1] = point(
      500, engine: process(5), facade: process(5, pid: 8), unrest: "engine: 1 sessions running")
    #expect(QuietFigures(unquiet).count == 2 && QuietFigures(unquiet).heap(.both) == nil)
    var silent = line(3)
    silent[2] = point(1_000, engine: nil, facade: process(5, pid: 8))
    #expect(QuietFigures(silent).heap(.engine) == nil)
    let view = QuietView(unquiet)
    #expect(view.left.isEmpty && view.lines.contains { $0.contains("never quiet after 500 sessions") })
  }

  @Test("the gate says slope, points and error, and takes limits in each unit")
  func gate() throws {
    let figures = SoakFigures(
      counts: SoakCounts([], stalls: 0), times: SoakTimes([]), quiet: QuietFigures(line(3)))
    func outcome(_ text: String) throws -> FigureGate.Outcome {
      let gate = try FigureGate(text, metrics: SoakFigures.metrics)
      #expect(gate.description == text)
      return gate.evaluate(figures.figure(gate.metric.name))
    }
    for holding in ["heap.slope < 1KB", "heap.slope <= 321B", "heap.slope < 0.4KiB", "heap.slope < 0.001MB"] {
      #expect(try outcome(holding).status == .passed, "\(holding)")
    }
    let failed = try outcome("heap.slope < 0.3KB")
    #expect(failed.status == .failed)
    #expect(
      failed.message
        == "heap.slope is 320 B over 3 quiet points, ± 0 B (standard error), limit < 0.3KB")
    #expect(try outcome("heap.slope < -1B").status == .failed)
    #expect(try outcome("descriptors.left == 0").status == .passed)
  }

  @Test("a server's figures are read from its text; a missing one is no answer")
  func scrape() throws {
    let text = """
      # HELP process_heap_in_use_bytes Bytes.
      # TYPE process_heap_in_use_bytes gauge
      process_heap_in_use_bytes 12345
      process_resident_memory_bytes 2e6
      process_open_fds 31
      coach_runs_total{outcome="ok"} 7
      coach_streams_open 2
      coach_sessions_running 1
      http_server_connections 3

      """
    let gauges = try #require(ServerGauges(text))
    #expect(gauges.heapBytes == 12_345 && gauges.residentBytes == 2_000_000 && gauges.descriptors == 31)
    #expect(gauges.unrest(own: 2) == "1 sessions running, 2 streams open, 1 connections open")
    #expect(gauges.unrest(own: 3) == "1 sessions running, 2 streams open")
    let calm = text.replacing("open 2", with: "open 0").replacing("running 1", with: "running 0")
    #expect(try #require(ServerGauges(calm)).unrest(own: 3) == nil)
    #expect(ServerGauges(text.replacing("open_fds 31", with: "open_fds NaN")) == nil)
    #expect(ServerGauges("") == nil)
  }
}

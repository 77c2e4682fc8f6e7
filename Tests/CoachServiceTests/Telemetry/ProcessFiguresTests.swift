import Foundation
import HTTPTransport
import Testing

@testable import CoachService

@Suite("Prometheus: the process' own figures")
struct ProcessFiguresTests {
  private func scrape() throws -> PrometheusScrape {
    try PrometheusScrape(ProcessFigures.read().map(\.text).joined())
  }

  @Test("each figure is there once, under its standard name, and plausible")
  func names() throws {
    let scrape = try scrape()
    #expect(
      scrape.samples.map(\.name) == [
        "process_cpu_seconds_total", "process_heap_in_use_bytes", "process_open_fds",
        "process_resident_memory_bytes", "process_threads",
      ])
    #expect(scrape.samples.allSatisfy { $0.value > 0 && $0.labels.isEmpty })
    #expect(scrape.types["process_cpu_seconds_total"] == "counter")
    #expect(scrape.types["process_heap_in_use_bytes"] == "gauge")
    let heap = try #require(scrape.value("process_heap_in_use_bytes"))
    #expect(heap > 100_000 && heap < 64e9)
  }

  @Test("memory that is held is seen, whichever way malloc came by it")
  func heap() throws {
    let before = try #require(try scrape().value("process_heap_in_use_bytes"))
    // One piece is mapped on its own, many small ones lie in an arena.
    let large = UnsafeMutableRawPointer.allocate(byteCount: 256 << 20, alignment: 16)
    let small = (0..<200_000).map { _ in UnsafeMutableRawPointer.allocate(byteCount: 512, alignment: 16) }
    let held = try #require(try scrape().value("process_heap_in_use_bytes"))
    large.deallocate()
    for piece in small { piece.deallocate() }
    // Other tests of this process come and go in the meantime, by far less than this.
    #expect(held - before > 300e6, "\(held - before)")
  }

  @Test("a line of proc is read whatever the program is called; what is none is refused")
  func lines() throws {
    let line = "42 (a b) c) S 1 2 3 4 5 6 7 8 9 10 150 50 0 0 20 0 7 0 999 1000000 300 1 2"
    let stat = try #require(ProcessStat(line, ticksPerSecond: 100, pageBytes: 4_096))
    #expect(stat.cpuSeconds == 2 && stat.threads == 7 && stat.residentBytes == 300 * 4_096)
    for bad in ["", "42 (a) S 1", "42 a S", line.replacing(" 300 ", with: " x ")] {
      #expect(ProcessStat(bad, ticksPerSecond: 100, pageBytes: 4_096) == nil, "\(bad)")
    }
    let huge = line.replacing(" 300 ", with: " \(Int.max) ")
    #expect(ProcessStat(huge, ticksPerSecond: 100, pageBytes: 4_096) == nil)
    #expect(ProcessStat.read("0") == nil && ProcessStat.read("self") != nil)
  }

  @Test("both servers tell them at /metrics, with what they have open, and nothing when nobody is there")
  func served() async throws {
    try await ServedCoach.serve { coach in
      func metrics(_ url: String) async throws -> PrometheusScrape {
        let response = try await coach.transport.send(TransportRequest(url: url + "/metrics"))
        #expect(response.status == 200)
        return try PrometheusScrape(String(decoding: try await response.body.collect(), as: UTF8.self))
      }
      let engine = try await metrics(coach.engine)
      let facade = try await metrics(coach.facade)
      for scrape in [engine, facade] {
        #expect(scrape.value("process_open_fds") ?? 0 > 0)
        #expect(scrape.value("coach_streams_open") == 0 && scrape.value("http_server_connections") == 1)
      }
      #expect(engine.value("coach_sessions_running") == 0)
      #expect(facade.types["coach_sessions_running"] == nil)
    }
  }
}

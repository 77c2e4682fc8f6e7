import HTTPTransport
import JSONKit
import Scoring
import Synchronization

/// What came over the streams of one kind: how much, and how long each event was on its way.
final class Tally: Sendable {
  private struct State {
    var events = 0
    var bytes = 0
    var latencies = LatencyHistogram()
  }

  private let events: Int
  private let state = Mutex(State())

  /// - Parameter events: how many every stream has.
  init(events: Int) {
    self.events = events
  }

  /// Begins with one more stream.
  func stream() -> Stream { Stream(tally: self, expected: events) }

  var json: JSONValue {
    state.withLock { state in
      func percentile(_ percent: Double) -> JSONValue {
        state.latencies.percentile(percent).map { .number(JSONNumber(Int($0))) } ?? .null
      }
      return [
        "events": .number(JSONNumber(state.events)), "bytes": .number(JSONNumber(state.bytes)),
        "p50_us": percentile(50), "p99_us": percentile(99), "max_us": percentile(100),
      ]
    }
  }

  /// One stream, whose ids must be 1, 2, 3 … to the last.
  struct Stream {
    fileprivate let tally: Tally
    fileprivate let expected: Int
    private var seen = 0

    fileprivate init(tally: Tally, expected: Int) {
      self.tally = tally
      self.expected = expected
    }

    /// Takes what a piece of the body held, which came at `now`.
    mutating func take(_ elements: [EventStreamElement], bytes: Int, at now: UInt64) throws {
      var latencies: [UInt64] = []
      var count = 0
      for case .event(let event) in elements {
        seen += 1
        count += 1
        guard event.id == String(seen) else {
          throw BenchmarkError("event \(seen) came under the id \(event.id ?? "none")")
        }
        // The first tenth warms everybody up and does not count.
        if seen * 10 > expected { latencies.append((now - min(now, try Self.madeAt(event))) / 1_000) }
      }
      tally.state.withLock { state in
        state.events += count
        state.bytes += bytes
        for latency in latencies { state.latencies.record(microseconds: latency) }
      }
    }

    /// Proves that nothing is missing.
    func end() throws {
      guard seen == expected else {
        throw BenchmarkError("a stream ended after \(seen) of \(expected) events")
      }
    }

    /// When an event was made, as its data says.
    private static func madeAt(_ event: ServerSentEvent) throws -> UInt64 {
      let mark = Array("\"data\":{\"at\":".utf8)
      var rest = event.data.utf8[...]
      while !rest.starts(with: mark) {
        guard let next = rest.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else {
          throw BenchmarkError("an event does not say when it was made")
        }
        rest = rest[next...]
      }
      let digits = rest.dropFirst(mark.count).prefix { (0x30...0x39).contains($0) }
      return digits.reduce(0) { $0 &* 10 &+ UInt64($1 & 15) }
    }
  }
}

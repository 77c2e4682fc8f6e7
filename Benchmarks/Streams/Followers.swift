import Foundation
import HTTPTransport
import JSONKit

/// Follows streams to their ends over one transport, the even ones at the engine, the odd ones through the façade.
struct Followers {
  /// A session and what opens it at each of the two servers.
  struct Target: Sendable {
    let session: String
    let engineToken: String
    let userToken: String
  }

  /// Streams that are opened side by side, so that no server's queue of new connections overflows.
  private static let ramp = 50

  private let targets: [Target]
  private let direct: String
  private let proxied: String
  private let events: Int

  init(_ options: Options) throws {
    direct = try options.text("direct")
    proxied = try options.text("proxied")
    events = try options.number("events", in: 1...1_000_000)
    let lines = try String(contentsOfFile: try options.text("targets"), encoding: .utf8).split(
      separator: "\n")
    targets = try lines.map { line in
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3 else { throw BenchmarkError("a line of the targets has not three words") }
      return Target(session: parts[0], engineToken: parts[1], userToken: parts[2])
    }
  }

  /// Prints `connected` once all streams are open, and one JSON object when all have ended.
  func run() async throws {
    let tallies = (direct: Tally(events: events), proxied: Tally(events: events))
    let (opened, open) = AsyncThrowingStream<Void, any Error>.makeStream()
    let began = Streams.nanoseconds()
    try await CurlTransport.withTransport { transport in
      try await withThrowingTaskGroup(of: Void.self) { group in
        var openings = opened.makeAsyncIterator()
        for (place, target) in targets.enumerated() {
          if place >= Self.ramp { try await openings.next() }
          let isDirect = place.isMultiple(of: 2)
          let request = try request(target, isDirect: isDirect)
          group.addTask {
            let tally = isDirect ? tallies.direct : tallies.proxied
            do {
              try await Self.follow(request, by: transport, tally: tally) { open.yield() }
            } catch {
              // Those who wait for streams to open would wait for this one for ever.
              open.finish(throwing: error)
              throw error
            }
          }
        }
        for _ in 0..<min(Self.ramp, targets.count) { try await openings.next() }
        Streams.tell("connected")
        try await group.waitForAll()
      }
    }
    let seconds = Double(Streams.nanoseconds() - began) / 1e9
    let figures: JSONObject = [
      "streams": .number(JSONNumber(targets.count)),
      "seconds": JSONNumber(seconds).map(JSONValue.number) ?? .null,
      "direct": tallies.direct.json, "proxied": tallies.proxied.json,
    ]
    Streams.tell(JSONValue.object(figures).compact())
  }

  private func request(_ target: Target, isDirect: Bool) throws -> TransportRequest {
    let token = isDirect ? target.engineToken : target.userToken
    let limits = TransportLimits(head: .seconds(60), idle: .seconds(60))
    return TransportRequest(
      url: (isDirect ? direct : proxied) + target.session,
      headers: try TransportHeaders([("Authorization", "Bearer \(token)"), ("Accept", "text/event-stream")]),
      limits: limits)
  }

  private static func follow(
    _ request: TransportRequest, by transport: CurlTransport, tally: Tally, onOpen: @Sendable () -> Void
  ) async throws {
    let response = try await transport.send(request)
    try EventStreamResponse.check(status: response.status, contentType: response.headers["Content-Type"])
    onOpen()
    var parser = EventStreamParser()
    var elements: [EventStreamElement] = []
    var stream = tally.stream()
    for try await chunk in response.body {
      let now = Streams.nanoseconds()
      elements.removeAll(keepingCapacity: true)
      try parser.consume(chunk, into: &elements)
      try stream.take(elements, bytes: chunk.count, at: now)
    }
    try stream.end()
  }
}

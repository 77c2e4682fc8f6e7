/// What a server says of itself at `/metrics`.
struct ServerGauges: Sendable, Hashable {
  let heapBytes: Int
  let residentBytes: Int
  let descriptors: Int
  let connections: Int
  let streams: Int
  /// None of a façade, which has no sessions.
  let sessions: Int

  /// Reads the text format of Prometheus; nil when a figure is missing.
  init?(_ text: String) {
    var values: [Substring: Double] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      // A series with labels is none of those asked for here.
      if parts.count >= 2, let value = Double(parts[1]) { values[parts[0]] = value }
    }
    func value(_ name: Substring) -> Int? { values[name].flatMap { Int(exactly: $0.rounded()) } }
    guard let heap = value("process_heap_in_use_bytes"),
      let resident = value("process_resident_memory_bytes"), let descriptors = value("process_open_fds"),
      let connections = value("http_server_connections"), let streams = value("coach_streams_open")
    else { return nil }
    (heapBytes, residentBytes, self.descriptors) = (heap, resident, descriptors)
    (self.connections, self.streams) = (connections, streams)
    sessions = value("coach_sessions_running") ?? 0
  }

  /// What goes on, in words; nil when nothing does.
  ///
  /// - Parameter own: connections that are there only because somebody asks.
  func unrest(own: Int) -> String? {
    let parts = [
      (sessions, "sessions running"), (streams, "streams open"), (connections - own, "connections open"),
    ].filter { $0.0 > 0 }
    return parts.isEmpty ? nil : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}

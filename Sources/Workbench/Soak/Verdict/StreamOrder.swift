import JSONKit

/// The events of a session put together over its connections, and what was wrong with their order.
///
/// Pure, and independent of what `CoachClient` asks of a stream while it reads.
struct StreamOrder {
  /// Each event once, in order.
  private(set) var lines: [ReceivedLine] = []
  private(set) var findings: [StreamFinding] = []
  /// Events that came again over a later connection, with the payload they had.
  private(set) var repeats = 0

  init(_ received: [ReceivedLine]) {
    var known: [Int: ReceivedLine] = [:]
    var last = 0
    for line in received {
      guard let seq = line.seq else { continue }
      if let first = known[seq] {
        again(line, first)
        continue
      }
      if seq != last &+ 1 { object("event \(seq) came after event \(last)") }
      known[seq] = line
      last = max(last, seq)
      lines.append(line)
    }
    let terminals = lines.filter(\.isTerminal)
    if terminals.isEmpty { object("no terminal event among \(lines.count) events", "terminal") }
    if terminals.count > 1 {
      object(
        "\(terminals.count) terminal events: \(terminals.map(\.type).joined(separator: ", "))", "terminal")
    } else if let terminal = terminals.first, lines.last != terminal {
      object("events came after \(terminal.type)", "terminal")
    }
  }

  /// An event whose number came before.
  private mutating func again(_ line: ReceivedLine, _ first: ReceivedLine) {
    if line.type != first.type || line.data != first.data {
      object("event \(line.seq ?? 0) came with two payloads")
    } else if line.connection == first.connection {
      object("event \(line.seq ?? 0) came twice over one connection")
    } else {
      repeats += 1
    }
  }

  private mutating func object(_ message: String, _ kind: String = "order") {
    findings.append(StreamFinding(kind: kind, message: message))
  }
}

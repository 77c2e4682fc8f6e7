import Scoring

/// What sessions left behind in the servers, as the quiet points of a soak tell it.
struct QuietFigures: Sendable {
  /// Whose figures are meant.
  enum Server: CaseIterable, Sendable {
    case engine, facade, both
  }

  /// One quiet point with both servers.
  private struct Pair {
    let sessions: Int
    let engine: QuietPoint.Process
    let facade: QuietPoint.Process
  }

  private let pairs: [Pair]

  /// Points at which something went on, or a server said nothing, tell nothing; nor do any when a server was started
  /// again in between, since a new process begins with an empty heap.
  init(_ points: [QuietPoint] = []) {
    let pairs = points.filter { $0.unrest == nil }.compactMap { point in
      point.engine.flatMap { engine in
        point.facade.map { Pair(sessions: point.sessions, engine: engine, facade: $0) }
      }
    }
    let isOnePair = Set(pairs.map { [$0.engine.pid, $0.facade.pid] }).count == 1
    self.pairs = isOnePair ? pairs : []
  }

  /// How many points tell something.
  var count: Int { pairs.count }

  /// Bytes of the heap that a session leaves behind; nil for fewer than three points.
  func heap(_ server: Server) -> LeastSquares? { line(server, \.heapBytes) }

  /// Bytes of resident memory; nil for fewer than three points.
  func resident(_ server: Server) -> LeastSquares? { line(server, \.residentBytes) }

  /// Descriptors open at the last point that were not at the first, below nothing for fewer; nil for one point alone.
  func descriptorsLeft(_ server: Server) -> Int? {
    guard pairs.count > 1, let first = pairs.first, let last = pairs.last else { return nil }
    return Self.value(last, server, \.descriptors) - Self.value(first, server, \.descriptors)
  }

  private func line(_ server: Server, _ value: (QuietPoint.Process) -> Int) -> LeastSquares? {
    LeastSquares(pairs.map { (x: Double($0.sessions), y: Double(Self.value($0, server, value))) })
  }

  private static func value(_ pair: Pair, _ server: Server, _ value: (QuietPoint.Process) -> Int) -> Int {
    switch server {
    case .engine: value(pair.engine)
    case .facade: value(pair.facade)
    // Figures come from a server, which may say anything.
    case .both: value(pair.engine).addingReportingOverflow(value(pair.facade)).partialValue
    }
  }
}

extension QuietFigures {
  /// The figure of a gate; nil when there is nothing to tell it of, or the name is another figure's.
  func figure(_ name: String) -> FigureGate.Figure? {
    func slope(_ line: LeastSquares?) -> FigureGate.Figure? {
      line.map {
        FigureGate.Figure(
          $0.slope,
          basis: "\($0.count) quiet points, ± \(Figures.bytes($0.standardError)) (standard error)")
      }
    }
    switch name {
    case "heap.slope": return slope(heap(.both))
    case "rss.slope": return slope(resident(.both))
    case "descriptors.left":
      return descriptorsLeft(.both).map { FigureGate.Figure(Double($0), basis: "\(count) quiet points") }
    default: return nil
    }
  }
}

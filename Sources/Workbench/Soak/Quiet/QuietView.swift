import Scoring

/// The quiet points of a soak in words, for the terminal and for the page.
struct QuietView {
  /// What sessions left behind in one server.
  struct Left { let name, heap, heapError, resident, descriptors: String }
  /// One quiet point.
  struct Row { let sessions, waited, engineHeap, facadeHeap, resident, descriptors, unrest: String }

  let left: [Left]
  let rows: [Row]
  /// How to read it.
  let note: String

  init(_ points: [QuietPoint]) {
    let figures = QuietFigures(points)
    let names: [(QuietFigures.Server, String)] = [(.engine, "engine"), (.facade, "façade"), (.both, "both")]
    left = names.compactMap { server, name in
      figures.heap(server).map { heap in
        Left(
          name: name, heap: Figures.bytes(heap.slope), heapError: "± \(Figures.bytes(heap.standardError))",
          resident: Figures.bytes(figures.resident(server)?.slope),
          descriptors: figures.descriptorsLeft(server).map(Self.signed) ?? "–")
      }
    }
    rows = points.map(Self.row)
    note =
      left.isEmpty && !points.isEmpty
      ? "Fewer than three quiet points of the same two processes: what a session leaves behind cannot be told."
      : "The slope is that of the line with the least squares through the points, its error the standard error."
  }

  private static func row(_ point: QuietPoint) -> Row {
    func sum(_ value: (QuietPoint.Process) -> Int) -> Double? {
      guard let engine = point.engine, let facade = point.facade else { return nil }
      return Double(value(engine)) + Double(value(facade))
    }
    return Row(
      sessions: Figures.count(point.sessions),
      waited: Figures.duration(milliseconds: point.waitedSeconds * 1e3),
      engineHeap: Figures.bytes(point.engine.map { Double($0.heapBytes) }),
      facadeHeap: Figures.bytes(point.facade.map { Double($0.heapBytes) }),
      resident: Figures.bytes(sum(\.residentBytes)),
      descriptors: sum(\.descriptors).map { Figures.plain($0, decimals: 0) } ?? "–",
      unrest: point.unrest ?? "")
  }

  private static func signed(_ count: Int) -> String { count > 0 ? "+\(count)" : Figures.count(count) }

  /// The lines of the terminal; none where there were no quiet points.
  var lines: [String] {
    guard !rows.isEmpty else { return [] }
    let told = left.map {
      "  \($0.name.padded(to: 16))heap \($0.heap) a session (\($0.heapError)), resident \($0.resident) a session, "
        + "descriptors left \($0.descriptors)"
    }
    let unquiet = rows.filter { !$0.unrest.isEmpty }.map {
      "  ERR   never quiet after \($0.sessions) sessions: \($0.unrest)"
    }
    return ["", "at \(rows.count) quiet points"] + (told.isEmpty ? ["  \(note)"] : told) + unquiet
  }
}

/// When each node of a session's plan ran, as coordinates for an inline SVG.
///
/// A node whose start was not recorded is laid out by the plan: it starts when the last of those it waits for ended.
struct TimelineChart {
  /// A node's bar; coordinates in units of the view box.
  struct Bar {
    let node, duration, x, y, width, labelX, labelY: String
  }

  /// A node of the plan.
  struct Node {
    /// The node's name in the plan.
    let id: String
    /// The names of the nodes it waits for.
    let after: [String]
    /// When it started, in milliseconds from the start of the session.
    let start: Double?
    /// How long it ran in milliseconds; nil when it did not run.
    let milliseconds: Double?
  }

  /// Unique within the page.
  let id: String
  /// The height of the view box.
  let height: String
  /// What the picture shows, in a sentence.
  let summary: String
  /// One bar a node, in the plan's order.
  let bars: [Bar]

  private static let left = 150.0
  private static let right = 600.0

  /// Draws a plan; nil when no node has a duration.
  ///
  /// - Parameters:
  ///   - nodes: the nodes in an order in which none stands before those it waits for.
  init?(id: String, nodes: [Node]) {
    var ends: [String: Double] = [:]
    var spans: [(id: String, start: Double, length: Double)] = []
    for node in nodes {
      guard let length = node.milliseconds, length.isFinite, length >= 0 else { continue }
      let recorded = node.start.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
      let start = recorded ?? node.after.compactMap { ends[$0] }.max() ?? 0
      ends[node.id] = start + length
      spans.append((node.id, start, length))
    }
    guard let total = ends.values.max(), total > 0 else { return nil }
    let scale = (Self.right - Self.left) / total
    self.id = id
    self.height = "\(spans.count * 30 + 8)"
    self.bars = spans.enumerated().map { row, span in
      let x = Self.left + span.start * scale
      let width = max(2, span.length * scale)
      let y = Double(row * 30 + 6)
      return Bar(
        node: span.id, duration: Figures.duration(milliseconds: span.length),
        x: Figures.plain(x, decimals: 1), y: Figures.plain(y, decimals: 1),
        width: Figures.plain(width, decimals: 1), labelX: Figures.plain(x + width + 6, decimals: 1),
        labelY: Figures.plain(y + 14, decimals: 1))
    }
    let named = spans.map { "\($0.id) \(Figures.duration(milliseconds: $0.length))" }
    self.summary =
      "\(named.joined(separator: ", ")); all done after \(Figures.duration(milliseconds: total))."
  }
}

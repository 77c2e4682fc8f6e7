import Glibc

/// Some curves in one picture, as coordinates for an inline SVG.
struct CurveChart {
  /// A curve's name and its points, in the units of the axes, from left to right.
  typealias Curve = (name: String, points: [(x: Double, y: Double)])

  /// A curve as drawn; `tone` is its class of style.
  struct Line {
    let tone, points, name, keyX, keyLineX, keyEndX: String
  }

  /// A labelled place on an axis.
  struct Tick {
    let at, label, anchor: String
  }

  /// Unique within the page.
  let id: String
  let title: String
  /// What the picture shows, in a sentence for those who cannot see it.
  let summary: String
  let lines: [Line]
  let xTicks: [Tick]
  let yTicks: [Tick]
  /// Moments to remark on, as kills.
  let marks: [Tick]

  private static let (left, right) = (64.0, 700.0)
  private static let (top, bottom) = (34.0, 190.0)

  /// Draws curves; nil when none has a finite point.
  ///
  /// - Parameters:
  ///   - xTicks: labelled places of the horizontal axis, which spans the points and these.
  ///   - label: how a height is written.
  init?(
    id: String, title: String, curves: [Curve], xTicks: [(at: Double, label: String)],
    marks: [(at: Double, label: String)] = [], label: (Double) -> String
  ) {
    let kept = curves.map { (name: $0.name, points: $0.points.filter { $0.x.isFinite && $0.y.isFinite }) }
      .filter { !$0.points.isEmpty }
    let places = kept.flatMap { $0.points.map(\.x) } + xTicks.map(\.at)
    guard !kept.isEmpty, let low = places.min(), let high = places.max() else { return nil }
    let top = Self.roundTop(kept.flatMap { $0.points.map(\.y) }.max() ?? 1)
    let width = max(high - low, 1e-9)
    func x(_ value: Double) -> String {
      Figures.plain(Self.left + (value - low) / width * (Self.right - Self.left), decimals: 1)
    }
    func y(_ value: Double) -> String {
      Figures.plain(Self.bottom - min(max(value / top, 0), 1) * (Self.bottom - Self.top), decimals: 1)
    }
    self.id = id
    self.title = title
    lines = kept.enumerated().map { place, curve in
      let key = Self.left + Double(place) * 150
      return Line(
        tone: "line\(place + 1)", points: curve.points.map { "\(x($0.x)),\(y($0.y))" }.joined(separator: " "),
        name: curve.name, keyX: Figures.plain(key + 26), keyLineX: Figures.plain(key),
        keyEndX: Figures.plain(key + 20))
    }
    self.xTicks = xTicks.map { Tick(at: x($0.at), label: $0.label, anchor: "middle") }
    yTicks = [0, 0.5, 1].map { Tick(at: y($0 * top), label: label($0 * top), anchor: "end") }
    self.marks = marks.filter { (low...high).contains($0.at) }
      .map { Tick(at: x($0.at), label: $0.label, anchor: "middle") }
    let peaks = kept.map { "\($0.name) at most \(label($0.points.map(\.y).max() ?? 0))" }
    summary = peaks.joined(separator: ", ") + "."
  }

  /// The least of 1, 2 and 5 times a power of ten that is no smaller.
  static func roundTop(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let power = pow(10, floor(log10(value)))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? value
  }
}

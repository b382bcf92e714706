/// A curve without axes: a line, a ring at the best point and a dot at the last one, in a box of 160 × 48.
struct Sparkline: Sendable {
  /// A place in the box, from its upper left corner.
  struct Place: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// The size of the box.
  static let size = (width: 160.0, height: 48.0)

  /// The line, in pieces where values are missing.
  private(set) var lines: [[Place]] = []
  /// The best point, unless it is the last one.
  private(set) var best: Place?
  /// The last point.
  private(set) var end: Place?
  /// The number of the series' colour, from 1.
  let color: Int

  /// Nil with fewer than two finite values.
  ///
  /// - Parameter bestIndex: Where in `values` the best one is.
  init?(values: [Double], bestIndex: Int?, color: Int) {
    let finite = values.filter(\.isFinite)
    guard finite.count >= 2, let lowest = finite.min(), let highest = finite.max() else { return nil }
    self.color = color
    let scale = Scale(
      count: values.count, lowest: lowest, highest: highest, usesLogScale: CurveScale.isLogarithmic(lowest, highest))
    func place(_ index: Int) -> Place? { values[index].isFinite ? scale.place(index, values[index]) : nil }
    var isDrawing = false
    for index in Self.drawnIndices(values) {
      guard let place = place(index) else {
        isDrawing = false
        continue
      }
      if !isDrawing { lines.append([]) }
      lines[lines.count - 1].append(place)
      isDrawing = true
    }
    best = bestIndex.flatMap { $0 == values.count - 1 ? nil : place($0) }
    end = place(values.count - 1)
  }

  /// The curve as small inline SVG.
  var svg: String {
    let path = lines.map { line in
      "M" + line.map { "\(Self.tenths($0.x)) \(Self.tenths($0.y))" }.joined(separator: "L")
    }
    return "<svg class=\"spark s\(color)\" viewBox=\"0 0 160 48\" aria-hidden=\"true\"><path d=\"\(path.joined())\"/>"
      + (best.map { circle($0, radius: "2.5", kind: "ring") } ?? "")
      + (end.map { circle($0, radius: "3.5", kind: "end") } ?? "") + "</svg>"
  }

  private func circle(_ place: Place, radius: String, kind: String) -> String {
    "<circle class=\"\(kind)\" cx=\"\(Self.tenths(place.x))\" cy=\"\(Self.tenths(place.y))\" r=\"\(radius)\"/>"
  }

  private static func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return scaled.isMultiple(of: 10) ? "\(scaled / 10)" : "\(scaled / 10).\(scaled % 10)"
  }

  /// At most two points a pixel column: the lowest and the highest of each, so that no spike is lost.
  private static func drawnIndices(_ values: [Double]) -> [Int] {
    let columns = 75
    guard values.count > 2 * columns else { return Array(values.indices) }
    return (0..<columns).flatMap { column -> [Int] in
      let range = values.count * column / columns..<values.count * (column + 1) / columns
      guard let lowest = range.min(by: { values[$0] < values[$1] }),
        let highest = range.max(by: { values[$0] < values[$1] })
      else { return [] }
      let gap = range.first { !values[$0].isFinite }
      return Set([lowest, highest, gap ?? lowest]).sorted()
    } + [values.count - 1]
  }

  /// Maps points to places in the box.
  private struct Scale {
    var count: Int
    var lowest: Double
    var highest: Double
    var usesLogScale: Bool

    func place(_ index: Int, _ value: Double) -> Place {
      Place(x: 4 + 152 * Double(index) / Double(max(1, count - 1)), y: y(value))
    }

    private func y(_ value: Double) -> Double {
      let (value, lowest, highest) = (scaled(value), scaled(lowest), scaled(highest))
      guard highest > lowest else { return 24 }
      // Halves, because the difference of two large values may overflow.
      return 43 - 38 * ((value / 2 - lowest / 2) / (highest / 2 - lowest / 2))
    }

    /// The logarithm to base 2, near enough for a drawing: exact at powers of two and straight between them.
    private func scaled(_ value: Double) -> Double {
      usesLogScale ? Double(value.exponent) + value.significand - 1 : value
    }
  }
}
